package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code serve} in a process of its own, as it is in use; closing it ends it in good order. */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("Rider Photos is ready: http://localhost:(\\d+)");

  private final Process process;
  private final Client client;

  private ServerProcess(Process process, Client client) {
    this.process = process;
    this.client = client;
  }

  /** Returns when it says that it is ready. */
  public static ServerProcess start(Path data) throws IOException {
    return start(data, Map.of());
  }

  /** The same; {@code settings} are variables of its environment. */
  public static ServerProcess start(Path data, Map<String, String> settings) throws IOException {
    Process process = launch(data, settings);
    return new ServerProcess(process, new Client(port(process)));
  }

  /** Returns at once; {@code settings} are variables of its environment. */
  public static Process launch(Path data, Map<String, String> settings, String... options)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            RiderPhotos.class.getName(),
            "serve",
            "--port",
            "0",
            "--data",
            data.toString());
    builder.command().addAll(List.of(options));
    builder.environment().putAll(settings);
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  public Client client() {
    return client;
  }

  /** As {@code kill -9}, after so many milliseconds of its life. */
  public void killAfter(int milliseconds) throws InterruptedException {
    assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS)).as("ended").isFalse();
    int _ = process.destroyForcibly().waitFor();
    client.close();
  }

  /** As {@code kill}, and goes on at once. */
  public void terminate() {
    process.destroy();
  }

  /** Whether it has ended in time. */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What it has ended with. */
  public int exitCode() {
    return process.exitValue();
  }

  /** As {@code kill}, and waits until all is closed. */
  @Override
  public void close() {
    client.close();
    process.destroy();
    process.onExit().join();
  }

  private static int port(Process process) throws IOException {
    BufferedReader out = process.inputReader(UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return Integer.parseInt(ready.group(1));
      }
    }
    throw new AssertionError("The server ended before it was ready");
  }
}
