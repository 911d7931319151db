package dev.riderphotos.app.command;

import dev.riderphotos.app.server.BackgroundWork;
import dev.riderphotos.app.server.Shutdown;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.app.wiring.MachineNames;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.files.SelfSignedCertificate;
import dev.riderphotos.engine.FaceEngines;
import dev.riderphotos.rekognition.Rekognition;
import dev.riderphotos.web.access.AccessMode;
import dev.riderphotos.web.access.Entrance;
import dev.riderphotos.web.access.KeyLimits;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: pages and API, until the process is told to end. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve the pages and the API on this machine.")
public final class ServeCommand implements Callable<Integer> {
  private static final Duration LONGEST_END = Duration.ofSeconds(11);

  /** An analysis that runs is waited for, or the end of the process would crash in it. */
  private static final Duration LAST_ANALYSIS = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 takes a free one (default: 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen at; 0.0.0.0 for all, in secured mode (default: 127.0.0.1).")
  private @Nullable String host;

  @Option(
      names = "--https",
      description = {
        "Serve https, on port 8443 unless --port says another, with a certificate of its own",
        "that is kept in the data folder."
      })
  private boolean https;

  @Override
  public Integer call() throws InterruptedException, IOException {
    SelfSignedCertificate certificate = https ? certificate() : null;
    try (StopSignal stop = new StopSignal(LONGEST_END);
        Application application = Application.openToServe(data.path(), properties(certificate))) {
      if (!stop.asked()) {
        EmbeddedServer server = start(application);
        welcome(server, certificate);
        stop.await();
        if (!application.get(Shutdown.class).run()) {
          cutOff();
        }
      }
    }
    return ExitCode.DONE;
  }

  /** Not even what runs is told, lest it take what is closed under it for a fault. */
  private static void cutOff() throws InterruptedException {
    FaceEngines.freeze(LAST_ANALYSIS);
    Runtime.getRuntime().halt(StopSignal.exitCode(ExitCode.DONE));
  }

  static EmbeddedServer start(Application application) {
    EmbeddedServer server = application.get(EmbeddedServer.class);
    if (application.get(AccessMode.class) == AccessMode.DEMO) {
      refuseOtherThanLoopback(server.getHost());
    }
    Entrance _ = application.get(Entrance.class); // refuses wrong settings before anybody calls
    KeyLimits _ = application.get(KeyLimits.class);
    Consents _ = application.get(Consents.class);
    Optional<Rekognition> _ = application.find(Rekognition.class);
    application.all(BackgroundWork.class).forEach(BackgroundWork::start);
    server.start();
    application.prepareFaces();
    return server;
  }

  /** Says where callers find the server. */
  private void welcome(EmbeddedServer server, @Nullable SelfSignedCertificate certificate) {
    String scheme = server.getScheme() + "://";
    print("Rider Photos is ready: " + scheme + "localhost:" + server.getPort());
    if (!loopback(server.getHost())) {
      MachineNames.addresses().stream()
          .filter(address -> !address.contains(":"))
          .forEach(address -> print("  also " + scheme + address + ":" + server.getPort()));
    }
    if (certificate != null) {
      print("  certificate SHA-256 " + certificate.fingerprint());
    }
  }

  private SelfSignedCertificate certificate() throws IOException {
    try (DataFolder folder = DataFolder.open(data.path())) {
      return SelfSignedCertificate.keep(folder, MachineNames.all(), Instant.now());
    }
  }

  private Map<String, Object> properties(@Nullable SelfSignedCertificate certificate) {
    Map<String, Object> properties = new HashMap<>();
    if (host != null) {
      properties.put("micronaut.server.host", host);
    }
    if (port != null) {
      properties.put("micronaut.server." + (https ? "ssl." : "") + "port", port == 0 ? -1 : port);
    }
    if (certificate != null) {
      properties.put("micronaut.server.ssl.enabled", true);
      properties.put("micronaut.server.ssl.key-store.type", "PKCS12");
      properties.put("micronaut.server.ssl.key-store.path", "file:" + certificate.file());
      properties.put("micronaut.server.ssl.key-store.password", certificate.password());
    }
    return properties;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  /** Without sign-in, nobody else may reach it. */
  private static void refuseOtherThanLoopback(String host) {
    if (!loopback(host)) {
      throw new CommandException(
          ExitCode.USAGE,
          "In demo mode the server binds to loopback only, not to "
              + host
              + ": leave micronaut.server.host at 127.0.0.1, or set access to secured");
    }
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new CommandException(ExitCode.USAGE, "micronaut.server.host: no such host " + host);
    }
  }
}
