package dev.riderphotos.web.gallery;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.gallery.GallerySearch.SearchedFace;
import dev.riderphotos.web.execution.BoxAnswer;
import io.micronaut.core.annotation.Introspected;
import java.util.Comparator;
import java.util.List;

/**
 * A face of the photo that was searched with.
 *
 * @param id names this face of this photo
 * @param matches who it may be, the most similar first; nobody knows it if there are none
 */
@Introspected
public record SearchedView(String id, BoxAnswer box, List<MatchView> matches, Caption caption) {
  /** Beyond this part of the picture's height there is no room for a caption below a face. */
  private static final double LOW = 0.85;

  /** A caption at a face in the left or right part of the picture must not leave it. */
  private static final double SIDE = 0.2;

  /**
   * Where the face's name is written on the picture.
   *
   * @param x in percent
   * @param y in percent: the lower edge of the face
   * @param anchor which part of the text is at {@code x}, as SVG has it
   * @param below whether it is below that edge, or else above it
   */
  @Introspected
  public record Caption(double x, double y, String anchor, boolean below) {
    static Caption of(BoundingBox face) {
      double middle = face.left() + face.width() / 2;
      boolean below = face.bottom() < LOW;
      double y = 100 * face.bottom();
      if (middle < SIDE) {
        return new Caption(100 * face.left(), y, "start", below);
      }
      return middle > 1 - SIDE
          ? new Caption(100 * face.right(), y, "end", below)
          : new Caption(100 * middle, y, "middle", below);
    }
  }

  public boolean known() {
    return !matches.isEmpty();
  }

  /** As one reads: from left to right. */
  static List<SearchedView> of(List<SearchedFace> faces) {
    return faces.stream()
        .sorted(Comparator.comparingDouble(face -> face.box().left()))
        .map(SearchedView::of)
        .toList();
  }

  private static SearchedView of(SearchedFace face) {
    BoundingBox box = face.box().withinPicture();
    return new SearchedView(
        face.id().value(),
        new BoxAnswer(box.left(), box.top(), box.width(), box.height()),
        face.matches().stream().map(MatchView::of).toList(),
        Caption.of(box));
  }
}
