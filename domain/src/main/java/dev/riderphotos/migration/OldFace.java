package dev.riderphotos.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.photo.Picture;
import java.util.Arrays;
import java.util.List;

/**
 * A face as the old collection knew it: its box cut out of its photo, with a quarter of the box as
 * margin on each side, and the boxes of others in the picture greyed.
 */
final class OldFace {
  private static final double MARGIN = 0.25;
  private static final byte GREY = (byte) 0x80;

  private OldFace() {}

  /** Copies the pixels: the photo's own stay as they are. */
  static Picture cutOut(Picture photo, BoundingBox box, List<BoundingBox> others) {
    Area area = Area.of(photo, withMargin(box));
    byte[] bgr = new byte[3 * area.width() * area.height()];
    for (int y = 0; y < area.height(); y++) {
      int from = 3 * ((area.top() + y) * photo.width() + area.left());
      System.arraycopy(photo.bgr(), from, bgr, 3 * y * area.width(), 3 * area.width());
    }
    others.stream().map(other -> Area.of(photo, other)).forEach(other -> grey(bgr, area, other));
    return new Picture(photo.format(), area.width(), area.height(), bgr, () -> {});
  }

  private static BoundingBox withMargin(BoundingBox box) {
    return new BoundingBox(
            box.left() - box.width() * MARGIN,
            box.top() - box.height() * MARGIN,
            box.width() * (1 + 2 * MARGIN),
            box.height() * (1 + 2 * MARGIN))
        .withinPicture();
  }

  private static void grey(byte[] bgr, Area area, Area other) {
    int left = Math.max(area.left(), other.left()) - area.left();
    int right = Math.min(area.right(), other.right()) - area.left();
    int top = Math.max(area.top(), other.top()) - area.top();
    int bottom = Math.min(area.bottom(), other.bottom()) - area.top();
    for (int y = top; y < bottom && left < right; y++) {
      int row = y * area.width();
      Arrays.fill(bgr, 3 * (row + left), 3 * (row + right), GREY);
    }
  }

  /** Pixels of a photo, one at least. */
  private record Area(int left, int top, int width, int height) {
    static Area of(Picture photo, BoundingBox box) {
      BoundingBox visible = box.withinPicture();
      int left = Math.clamp((int) (visible.left() * photo.width()), 0, photo.width() - 1);
      int top = Math.clamp((int) (visible.top() * photo.height()), 0, photo.height() - 1);
      int right = Math.clamp((int) Math.ceil(visible.right() * photo.width()), 0, photo.width());
      int bottom =
          Math.clamp((int) Math.ceil(visible.bottom() * photo.height()), 0, photo.height());
      return new Area(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    int right() {
      return left + width;
    }

    int bottom() {
      return top + height;
    }
  }
}
