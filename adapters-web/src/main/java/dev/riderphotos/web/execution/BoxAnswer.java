package dev.riderphotos.web.execution;

import dev.riderphotos.face.BoundingBox;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rectangle in fractions of the upright picture. */
@Serdeable
public record BoxAnswer(double left, double top, double width, double height) {
  public static BoxAnswer of(BoundingBox box) {
    return new BoxAnswer(box.left(), box.top(), box.width(), box.height());
  }

  /**
   * The box that it is.
   *
   * @throws IllegalArgumentException if no box is like this
   */
  public BoundingBox box() {
    return new BoundingBox(left, top, width, height);
  }

  static @Nullable BoxAnswer ofNullable(@Nullable BoundingBox box) {
    return box == null ? null : of(box);
  }

  static @Nullable List<BoxAnswer> ofNullable(@Nullable List<BoundingBox> boxes) {
    return boxes == null ? null : boxes.stream().map(BoxAnswer::of).toList();
  }
}
