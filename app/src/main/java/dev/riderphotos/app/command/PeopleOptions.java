package dev.riderphotos.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whom a model is measured on. */
final class PeopleOptions {
  @Option(
      names = "--groups",
      paramLabel = "CSV",
      description =
          "Which group people belong to, lines of person,group: measure tells of each by itself,"
              + " too; calibrate takes the curve of strangers of one group.")
  private @Nullable Path groups;

  @Parameters(paramLabel = "FOLDER", description = "A folder for each person, with photos in it.")
  private Path folder;

  /** Null if nobody belongs to a group. */
  @Nullable Path groups() {
    return groups;
  }

  Path folder() {
    return folder;
  }
}
