package dev.riderphotos.migration;

import dev.riderphotos.face.QualityFilter;

/**
 * How a migration is run.
 *
 * @param iou what the boxes of one face must have in common at least, and a bit more: intersection
 *     over union, 0 to below 1
 * @param tps photos indexed a second at most, repeated calls among them; 1 to 1,000
 * @param workers how many photos are indexed at a time; 1 to 256
 * @param filter what new faces must pass
 * @param keepNewFaces whether faces that nobody provided stay in the new collection
 */
public record MigrationOptions(
    double iou, int tps, int workers, QualityFilter filter, boolean keepNewFaces) {
  public static final double IOU = 0.5;
  public static final int TPS = 50;
  private static final int MOST_TPS = 1000;
  private static final int MOST_WORKERS = 256;

  public MigrationOptions {
    if (!(iou >= 0 && iou < 1)) {
      throw new IllegalArgumentException("iou is at least 0 and below 1");
    }
    if (tps < 1 || tps > MOST_TPS) {
      throw new IllegalArgumentException("tps is 1 to " + MOST_TPS);
    }
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new IllegalArgumentException("workers are 1 to " + MOST_WORKERS);
    }
  }

  /** How many workers there are unless somebody says: half of the processors are left to others. */
  public static int usualWorkers() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  /** As these, but any box counts that has something in common. */
  MigrationOptions lenient() {
    return new MigrationOptions(0, tps, workers, filter, keepNewFaces);
  }

  public MigrationOptions withFilter(QualityFilter other) {
    return new MigrationOptions(iou, tps, workers, other, keepNewFaces);
  }
}
