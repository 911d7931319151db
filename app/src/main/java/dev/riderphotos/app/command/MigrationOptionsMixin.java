package dev.riderphotos.app.command;

import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.migration.MigrationOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a migration is run. */
final class MigrationOptionsMixin {
  @Option(
      names = "--iou",
      paramLabel = "SHARE",
      description =
          "What old and new box of a face must have in common, and a bit more (default: 0.5).")
  private @Nullable Double iou;

  @Option(
      names = "--tps",
      paramLabel = "N",
      description = "Photos indexed a second at most (default: 50).")
  private @Nullable Integer tps;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Photos indexed at a time (default: half of the processors).")
  private @Nullable Integer workers;

  @Option(
      names = "--quality-filter",
      paramLabel = "FILTER",
      description = "What new faces must pass: NONE, AUTO, LOW, MEDIUM, HIGH (default: AUTO).")
  private @Nullable QualityFilter filter;

  @Option(
      names = "--keep-new-faces",
      description = "Keep faces that nobody provided; not for riders and the gallery.")
  private boolean keepNewFaces;

  /** Refuses what is out of range with an {@link IllegalArgumentException}. */
  MigrationOptions options() {
    return over(
        new MigrationOptions(
            MigrationOptions.IOU,
            MigrationOptions.TPS,
            MigrationOptions.usualWorkers(),
            QualityFilter.AUTO,
            false));
  }

  /** What was typed, and else what was there before. */
  MigrationOptions over(MigrationOptions before) {
    return new MigrationOptions(
        iou == null ? before.iou() : iou,
        tps == null ? before.tps() : tps,
        workers == null ? before.workers() : workers,
        filter == null ? before.filter() : filter,
        keepNewFaces || before.keepNewFaces());
  }
}
