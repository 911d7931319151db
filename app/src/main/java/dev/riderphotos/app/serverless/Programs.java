package dev.riderphotos.app.serverless;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Programs of the machine, called as somebody at a terminal would call them: each command is told
 * before it runs.
 */
public final class Programs {
  private static final Map<String, String> NEEDED_FOR =
      Map.of(
          "aws",
          "The AWS CLI (aws) is needed and is not on the PATH: install it as docs/serverless.md"
              + " says.",
          "mvn",
          "Maven (mvn) is needed to build the functions; it is not on the PATH.");

  private final List<Path> folders;
  private final Consumer<String> told;

  /**
   * Makes those of some folders.
   *
   * @param path folders as {@code PATH} has them
   * @param told hears each command before it runs, and what it prints, line by line
   */
  public Programs(String path, Consumer<String> told) {
    this.folders =
        Arrays.stream(path.split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    this.told = told;
  }

  /** Those of this process's {@code PATH}. */
  public static Programs ofThePath(Consumer<String> told) {
    return new Programs(Optional.ofNullable(System.getenv("PATH")).orElse(""), told);
  }

  /**
   * Refuses to begin anything that lacks a program.
   *
   * @throws ProgramException if one of them is not there
   */
  void require(String... names) {
    for (String name : names) {
      Path _ = find(name);
    }
  }

  /**
   * Runs a command until it ends.
   *
   * @throws ProgramException if it does not end well
   */
  void run(List<String> command) {
    Ended ended = call(command, told);
    if (ended.code() != 0) {
      throw new ProgramException(failure(command, ended.code()));
    }
  }

  /**
   * Runs a command, and returns what it prints to standard output.
   *
   * @throws ProgramException if it does not end well, with what it said of it
   */
  String read(List<String> command) {
    Ended ended = call(command, _ -> {});
    if (ended.code() != 0) {
      throw new ProgramException(failure(command, ended.code()) + reason(ended.err()));
    }
    return ended.out();
  }

  private static String failure(List<String> command, int code) {
    String what = String.join(" ", command.subList(0, Math.min(3, command.size())));
    return "%s ended with %d.".formatted(what, code);
  }

  private static String reason(String err) {
    String said = err.strip();
    return said.isEmpty() ? "" : " It said: " + said;
  }

  /** How a program ended, with all that it printed. */
  private record Ended(int code, String out, String err) {}

  private Ended call(List<String> command, Consumer<String> heard) {
    List<String> line = new ArrayList<>(command);
    line.set(0, find(command.getFirst()).toString());
    told.accept("+ " + ShellWords.line(command));
    try {
      Path err = Files.createTempFile("rider-photos", ".err");
      try {
        Process process =
            new ProcessBuilder(line)
                .redirectInput(Redirect.INHERIT)
                .redirectError(err.toFile())
                .start();
        String out = heard(process, heard);
        int code = process.waitFor();
        String said = Files.readString(err, UTF_8);
        said.lines().forEach(heard);
        return new Ended(code, out, said);
      } finally {
        Files.deleteIfExists(err);
      }
    } catch (IOException fault) {
      throw new ProgramException("%s cannot be run.".formatted(command.getFirst()), fault);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ProgramException("%s was cut short.".formatted(command.getFirst()), stopped);
    }
  }

  private static String heard(Process process, Consumer<String> heard) throws IOException {
    StringBuilder all = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.accept(line);
        all.append(line).append('\n');
      }
    }
    return all.toString();
  }

  private Path find(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .orElseThrow(
            () ->
                new ProgramException(NEEDED_FOR.getOrDefault(name, name + " is not on the PATH.")));
  }
}
