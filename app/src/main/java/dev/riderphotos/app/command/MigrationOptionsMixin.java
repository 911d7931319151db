package dev.riderphotos.app.command;

import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.migration.MigrationOptions;
import picocli.CommandLine.Option;

/** How a migration is run. */
final class MigrationOptionsMixin {
  @Option(
      names = "--iou",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description =
          "What old and new box of a face must have in common, and a bit more (default:"
              + " ${DEFAULT-VALUE}).")
  private double iou;

  @Option(
      names = "--tps",
      paramLabel = "N",
      defaultValue = "50",
      description = "Photos indexed a second at most (default: ${DEFAULT-VALUE}).")
  private int tps;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Photos indexed at a time (default: half of the processors).")
  private Integer workers;

  @Option(
      names = "--quality-filter",
      paramLabel = "FILTER",
      defaultValue = "AUTO",
      description = "What new faces must pass: NONE, AUTO, LOW, MEDIUM, HIGH (default: AUTO).")
  private QualityFilter filter;

  @Option(
      names = "--keep-new-faces",
      description = "Keep faces that nobody provided; not for riders and the gallery.")
  private boolean keepNewFaces;

  /** Refuses what is out of range with an {@link IllegalArgumentException}. */
  MigrationOptions options() {
    return new MigrationOptions(
        iou,
        tps,
        workers == null ? MigrationOptions.usualWorkers() : workers,
        filter,
        keepNewFaces);
  }
}
