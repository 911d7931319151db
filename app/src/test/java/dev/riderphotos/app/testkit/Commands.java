package dev.riderphotos.app.testkit;

import dev.riderphotos.app.RiderPhotos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands in processes of their own, as they are in use. */
public final class Commands {
  private Commands() {}

  public static Process start(List<String> command) throws IOException {
    return start(RiderPhotos.class, command);
  }

  /** Starts one with other variables in its environment. */
  public static Process start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = builder(RiderPhotos.class, command);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Starts any program, as commands are started. */
  public static Process start(Class<?> program, List<String> arguments) throws IOException {
    return builder(program, arguments).start();
  }

  private static ProcessBuilder builder(Class<?> program, List<String> arguments) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    line.addAll(arguments);
    return new ProcessBuilder(line);
  }
}
