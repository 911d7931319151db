package dev.riderphotos.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files that a command is given, by themselves or in folders. */
final class PictureFiles {
  private PictureFiles() {}

  /**
   * The files as they are named, and all those in the folders, however deep, in order; each once.
   *
   * @param ours folders of our own, which are not looked into
   */
  static List<Path> of(List<Path> given, List<Path> ours) {
    return given.stream()
        .flatMap(path -> Files.isDirectory(path) ? in(path, ours) : Stream.of(file(path)))
        .distinct()
        .toList();
  }

  private static Stream<Path> in(Path folder, List<Path> ours) {
    try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(file -> ours.stream().noneMatch(own -> absolute(file).startsWith(absolute(own))))
          .sorted()
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException fault) {
      throw new CommandException(ExitCode.USAGE, "Cannot read the folder " + folder);
    }
  }

  private static Path file(Path path) {
    if (!Files.exists(path)) {
      throw new CommandException(ExitCode.USAGE, "There is no file " + path);
    }
    return path;
  }

  static Path absolute(Path path) {
    return Objects.requireNonNull(path).toAbsolutePath().normalize();
  }
}
