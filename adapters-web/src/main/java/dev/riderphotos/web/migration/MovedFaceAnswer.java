package dev.riderphotos.web.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.web.execution.BoxAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A face that was to be moved, and what became of it.
 *
 * @param outcome MOVED, NOT_REINDEXED, FAILED or REJECTED
 * @param bucket where its photo is, with {@code key}; missing if that is not known
 * @param box where it is in its photo
 * @param newFaceId the new face that it is, or the nearest of those that it is not
 * @param iou what the two boxes have in common, above 0, at most 1
 * @param second what the next best new face has in common with it
 * @param reviewed whether an operator decided that
 */
@Serdeable
record MovedFaceAnswer(
    String faceId,
    String outcome,
    @Nullable String bucket,
    @Nullable String key,
    @Nullable String externalImageId,
    @Nullable String reason,
    BoxAnswer box,
    @Nullable String newFaceId,
    @Nullable BoxAnswer newBox,
    @Nullable Double iou,
    @Nullable Double second,
    boolean doubtful,
    boolean reviewed) {
  static MovedFaceAnswer of(FaceRow row, boolean reviewed) {
    FaceRow.Match match = row.match();
    return new MovedFaceAnswer(
        row.provided().id().value(),
        row.outcome().name(),
        row.photo() == null ? null : row.photo().bucket(),
        row.photo() == null ? null : row.photo().key(),
        row.externalImageId() == null ? null : row.externalImageId().value(),
        row.reason(),
        BoxAnswer.of(row.provided().box()),
        match == null ? null : match.face().id().value(),
        match == null ? null : BoxAnswer.of(match.face().box()),
        match == null ? null : match.iou(),
        match == null ? null : match.second(),
        row.doubtful(),
        reviewed);
  }

  /**
   * Some of them, in the order of their ids.
   *
   * @param next the {@code cursor} of the next page; missing on the last one
   */
  @Serdeable
  record Page(
      @JsonInclude(JsonInclude.Include.ALWAYS) List<MovedFaceAnswer> faces, @Nullable String next) {
    static Page of(MigrationQueries.FacePage page) {
      return new Page(
          page.rows().stream()
              .map(row -> MovedFaceAnswer.of(row, page.reviewed().contains(row.provided().id())))
              .toList(),
          page.next() == null ? null : page.next().value());
    }
  }
}
