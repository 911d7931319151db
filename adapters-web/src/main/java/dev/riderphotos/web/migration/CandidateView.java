package dev.riderphotos.web.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.migration.ReviewFace.Candidate;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A face that the new model sees in a photo.
 *
 * @param overlap what it has in common with the old box in percent; {@code null} if nothing
 * @param its whether it is what the face was moved to
 * @param anothers whether another face of the photo was moved to it
 * @param value its box, as the form sends it
 */
@Introspected
public record CandidateView(
    DoubtfulView.Box box, @Nullable String overlap, boolean its, boolean anothers, String value) {
  static List<CandidateView> of(List<Candidate> candidates, FaceId face) {
    return candidates.stream().map(candidate -> of(candidate, face)).toList();
  }

  private static CandidateView of(Candidate candidate, FaceId face) {
    FaceId owner = candidate.owner();
    return new CandidateView(
        DoubtfulView.Box.of(candidate.box()),
        candidate.iou() == 0 ? null : DoubtfulView.percent(candidate.iou()),
        face.equals(owner),
        owner != null && !face.equals(owner),
        value(candidate.box()));
  }

  private static String value(BoundingBox box) {
    return String.format(
        Locale.ROOT, "%.4f %.4f %.4f %.4f", box.left(), box.top(), box.width(), box.height());
  }

  /**
   * The box that the form sent.
   *
   * @throws IllegalArgumentException if it is none
   */
  static BoundingBox box(String value) {
    String[] numbers = value.strip().split(" ", -1);
    if (numbers.length != 4) {
      throw new IllegalArgumentException("A box is four numbers: left, top, width and height");
    }
    return new BoundingBox(
        Double.parseDouble(numbers[0]),
        Double.parseDouble(numbers[1]),
        Double.parseDouble(numbers[2]),
        Double.parseDouble(numbers[3]));
  }
}
