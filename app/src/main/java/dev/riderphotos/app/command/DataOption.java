package dev.riderphotos.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where everything is kept. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder that holds everything (default: ./data).")
  private Path path;

  Path path() {
    return path;
  }
}
