package dev.riderphotos.extraction;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceDetail;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which faces are cut out, and how much around them.
 *
 * @param minConfidence that it is a face, 0 to 100; a face of just this confidence is cut out
 * @param padding on each side, as a share of the box: 0 to 1
 * @param limit how many at most, the surest first; all if there is none
 */
public record ExtractionOptions(double minConfidence, double padding, @Nullable Integer limit) {
  public static final ExtractionOptions DEFAULT = new ExtractionOptions(80, 0, null);

  public ExtractionOptions {
    if (!(minConfidence >= 0 && minConfidence <= 100)) {
      throw new IllegalArgumentException("The least confidence is 0 to 100");
    }
    if (!(padding >= 0 && padding <= 1)) {
      throw new IllegalArgumentException("The padding is 0 to 1, a share of the box");
    }
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException("The limit is at least 1");
    }
  }

  /** Those that are cut out, the surest first; of a face outside the picture nothing can be. */
  List<FaceDetail> choose(List<FaceDetail> faces) {
    return faces.stream()
        .filter(face -> face.confidence() >= minConfidence)
        .filter(face -> face.box().withinPicture().area() > 0)
        .sorted(Comparator.comparingDouble(FaceDetail::confidence).reversed())
        .limit(limit == null ? Long.MAX_VALUE : limit)
        .toList();
  }

  /** What is cut out for a face; may reach outside the picture. */
  BoundingBox around(BoundingBox face) {
    return padding == 0
        ? face
        : new BoundingBox(
            face.left() - padding * face.width(),
            face.top() - padding * face.height(),
            face.width() * (1 + 2 * padding),
            face.height() * (1 + 2 * padding));
  }

  /** The same for the same options, and for no others. */
  String name() {
    return minConfidence + " " + padding + " " + limit;
  }
}
