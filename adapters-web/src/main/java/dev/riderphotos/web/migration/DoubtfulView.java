package dev.riderphotos.web.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.migration.FaceRow;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A face that somebody had better look at, with its boxes on its photo.
 *
 * @param name that its rider or person goes by; its id if that is not known
 * @param photo its bucket and key
 * @param overlap what the boxes have in common in percent; {@code null} without a new box
 * @param second the same of the next best new face
 * @param reviewed whether an operator decided that
 */
@Introspected
public record DoubtfulView(
    String faceId,
    String name,
    String photo,
    String outcome,
    @Nullable String reason,
    Box before,
    @Nullable Box after,
    @Nullable String newFaceId,
    @Nullable String overlap,
    @Nullable String second,
    boolean reviewed) {

  /** A rectangle in percent of the photo, as SVG has it. */
  @Introspected
  public record Box(String x, String y, String width, String height) {
    static Box of(BoundingBox box) {
      return new Box(
          percent(box.left()), percent(box.top()), percent(box.width()), percent(box.height()));
    }
  }

  static List<DoubtfulView> of(MigrationQueries.FacePage page) {
    return page.rows().stream()
        .map(row -> of(row, page.reviewed().contains(row.provided().id())))
        .toList();
  }

  static DoubtfulView of(FaceRow row, boolean reviewed) {
    FaceRow.Match match = row.match();
    String id = row.provided().id().value();
    return new DoubtfulView(
        id,
        row.externalImageId() == null ? id : row.externalImageId().name(),
        row.photo() == null ? "" : row.photo().bucket() + "/" + row.photo().key(),
        row.outcome().name(),
        row.reason(),
        Box.of(row.provided().box()),
        match == null ? null : Box.of(match.face().box()),
        match == null ? null : match.face().id().value(),
        match == null ? null : percent(match.iou()),
        match == null || match.second() == 0 ? null : percent(match.second()),
        reviewed);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
