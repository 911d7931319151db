package dev.riderphotos.app;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 takes a free one (default: 8080).")
  private @Nullable Integer port;

  @Override
  public Integer call() throws InterruptedException, IOException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (Application application = Application.open(data.path(), properties())) {
      int listening = start(application);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(asked, closed)));
      print("Rider Photos is ready: http://localhost:" + listening);
      asked.await();
    } finally {
      closed.countDown();
    }
    return ExitCode.DONE;
  }

  private static int start(Application application) {
    EmbeddedServer server = application.get(EmbeddedServer.class);
    refuseOtherThanLoopback(server.getHost());
    application.get(UnfinishedExecutions.class).resume();
    application.get(EventDelivery.class).start();
    server.start();
    return server.getPort();
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    if (port != null) {
      properties.put("micronaut.server.port", port == 0 ? -1 : port);
    }
    return properties;
  }

  /** The process ends when its hooks have: this one waits until all is closed in good order. */
  private static void end(CountDownLatch asked, CountDownLatch closed) {
    asked.countDown();
    try {
      closed.await();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  /** Without sign-in, nobody else may reach it. */
  private static void refuseOtherThanLoopback(String host) {
    try {
      if (InetAddress.getByName(host).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException unknown) {
      throw new CommandException(ExitCode.USAGE, "micronaut.server.host: no such host " + host);
    }
    throw new CommandException(
        ExitCode.USAGE,
        "In demo mode the server binds to loopback only, not to "
            + host
            + ": leave micronaut.server.host at 127.0.0.1");
  }
}
