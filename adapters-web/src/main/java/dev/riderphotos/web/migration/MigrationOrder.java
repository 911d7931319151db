package dev.riderphotos.web.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.PrepareMigration.Order;
import dev.riderphotos.web.ProblemException;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is to be moved where; what is not said is as usual.
 *
 * @param from whose faces are moved; missing if these are those of a records file
 * @param model of the new collection, by default the newest that is built in
 * @param photosIn the bucket whose keys are the external image ids of {@code from}
 * @param sameModel whether the new collection may be of the old one's model
 * @param iou what the boxes of one face must have in common, 0 to below 1; by default 0.5
 * @param tps photos indexed a second at most, 1 to 1,000; by default 50
 * @param workers photos indexed at a time, 1 to 256; by default half of the processors
 * @param qualityFilter what new faces must pass: NONE, AUTO, LOW, MEDIUM or HIGH; by default AUTO
 * @param keepNewFaces whether faces stay that nobody provided; not of what is live
 */
@Serdeable
record MigrationOrder(
    @Nullable String from,
    @Nullable String to,
    @Nullable String model,
    @Nullable String photosIn,
    @Nullable Boolean sameModel,
    @Nullable Double iou,
    @Nullable Integer tps,
    @Nullable Integer workers,
    @Nullable String qualityFilter,
    @Nullable Boolean keepNewFaces) {

  Order order() {
    CollectionId source = collection("from", from);
    CollectionId target = target();
    if (source.equals(target)) {
      throw ProblemException.field("to", "A collection is not moved into itself. Name another.");
    }
    return new Order(
        source, target, given(model), given(photosIn), Boolean.TRUE.equals(sameModel), options());
  }

  CollectionId target() {
    return collection("to", to);
  }

  /** Tells of each field by itself what is wrong with it. */
  MigrationOptions options() {
    double share = iou == null ? MigrationOptions.IOU : iou;
    int pace = tps == null ? MigrationOptions.TPS : tps;
    int atOnce = workers == null ? MigrationOptions.usualWorkers() : workers;
    QualityFilter filter = filter();
    boolean keep = Boolean.TRUE.equals(keepNewFaces);
    MigrationOptions _ =
        ProblemException.unless("iou", () -> new MigrationOptions(share, 1, 1, filter, keep));
    MigrationOptions _ =
        ProblemException.unless("tps", () -> new MigrationOptions(share, pace, 1, filter, keep));
    return ProblemException.unless(
        "workers", () -> new MigrationOptions(share, pace, atOnce, filter, keep));
  }

  private QualityFilter filter() {
    String name = given(qualityFilter);
    return name == null
        ? QualityFilter.AUTO
        : Arrays.stream(QualityFilter.values())
            .filter(filter -> filter.name().equals(name))
            .findAny()
            .orElseThrow(
                () ->
                    ProblemException.field(
                        "qualityFilter",
                        "qualityFilter is one of " + Arrays.toString(QualityFilter.values())));
  }

  private static CollectionId collection(String field, @Nullable String name) {
    String collection = given(name);
    if (collection == null) {
      throw ProblemException.field(field, field + " is missing");
    }
    return ProblemException.unless(field, () -> new CollectionId(collection));
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
