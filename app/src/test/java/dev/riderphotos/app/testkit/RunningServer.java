package dev.riderphotos.app.testkit;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.app.wiring.Application;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Rider Photos on the real face engine, with a data folder of its own and a free port, for all
 * tests of a class.
 */
public final class RunningServer implements BeforeAllCallback, AfterAllCallback {
  private final Map<String, Object> settings;
  private @Nullable Path home;
  private @Nullable Application application;
  private @Nullable Client client;

  public RunningServer() {
    this(Map.of());
  }

  /** With settings that are not the usual ones. */
  public RunningServer(Map<String, Object> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** Asks it over HTTP. */
  public Client client() {
    return requireNonNull(client);
  }

  /** What runs, for tests that look behind the scenes. */
  public Application application() {
    return requireNonNull(application);
  }

  /** A folder that holds nothing but the data folder. */
  public Path home() {
    return requireNonNull(home);
  }

  public Path data() {
    return home().resolve("data");
  }

  /** The mails that were sent, each as it stands in its file. */
  public List<String> mails() throws IOException {
    Path mailbox = data().resolve("mailbox");
    if (!Files.exists(mailbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(mailbox)) {
      return files.map(Folders::text).toList();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    home = Files.createTempDirectory("rider-photos-test");
    Map<String, Object> properties = new HashMap<>(settings);
    properties.put("micronaut.server.port", -1);
    properties.putIfAbsent("limits.wait-time", "60s"); // the most that there is
    properties.putIfAbsent("riders.consent", "off"); // tests of consent ask for it
    application = Application.openToServe(data(), properties);
    EmbeddedServer server = application.get(EmbeddedServer.class).start();
    client = new Client(server.getPort());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    client().close();
    application().close();
    Folders.delete(home());
  }
}
