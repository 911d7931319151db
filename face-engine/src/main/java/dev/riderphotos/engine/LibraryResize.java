package dev.riderphotos.engine;

import java.util.function.IntUnaryOperator;

/**
 * Face-api's way from a rectangle to a network's input: padded with black to a square, then
 * TensorFlow's old bilinear resize, which looks at the pixels' corners instead of their centres and
 * skips pixels when it shrinks. The networks were trained on pictures made so, and any other way
 * shifts them by half a step.
 *
 * <p>Nothing is copied in between: whatever lies outside is made up while sampling. Black is the
 * padding; grey is what lies in the rectangle but not in the picture.
 */
final class LibraryResize {
  private static final int BLACK = -1;
  private static final int GREY = -2;
  private static final int GREY_RGB = 0x808080;

  private final RgbImage image;
  private final Axis columns;
  private final Axis rows;

  private LibraryResize(RgbImage image, Axis columns, Axis rows) {
    this.image = image;
    this.columns = columns;
    this.rows = rows;
  }

  /** With the padding at the right or at the bottom, as the detector has it. */
  static void cornered(RgbImage image, Crop crop, InputPlanes target) {
    resize(image, crop, 0, 0, target);
  }

  /** Puts the padding on both sides, as the other networks have it. */
  static void centred(RgbImage image, Crop crop, InputPlanes target) {
    resize(image, crop, before(crop.width(), crop), before(crop.height(), crop), target);
  }

  /** The smaller half of an odd padding comes first. */
  private static int before(int length, Crop crop) {
    int padding = crop.side() - length;
    return padding - Math.round(padding * 0.5f);
  }

  private static void resize(RgbImage image, Crop crop, int left, int top, InputPlanes target) {
    IntUnaryOperator column = x -> place(x - left, crop.x(), crop.width(), image.width());
    IntUnaryOperator row = y -> place(y - top, crop.y(), crop.height(), image.height());
    Axis columns = new Axis(crop.side(), target.size(), column, RgbImage.columnOffset(1));
    Axis rows = new Axis(crop.side(), target.size(), row, image.rowOffset(1));
    new LibraryResize(image, columns, rows).write(target);
  }

  /** The index in the picture of what has the given index in the crop; or BLACK, or GREY. */
  private static int place(int inCrop, int cropStart, int cropLength, int imageLength) {
    if (inCrop < 0 || inCrop >= cropLength) {
      return BLACK;
    }
    int inImage = inCrop + cropStart;
    return inImage < 0 || inImage >= imageLength ? GREY : inImage;
  }

  private void write(InputPlanes target) {
    for (int y = 0; y < target.size(); y++) {
      for (int x = 0; x < target.size(); x++) {
        write(target, x, y);
      }
    }
  }

  private void write(InputPlanes target, int x, int y) {
    int topLeft = pixel(rows.lower[y], columns.lower[x]);
    int topRight = pixel(rows.lower[y], columns.upper[x]);
    int bottomLeft = pixel(rows.upper[y], columns.lower[x]);
    int bottomRight = pixel(rows.upper[y], columns.upper[x]);
    float right = columns.weight[x];
    float down = rows.weight[y];
    target.set(
        x,
        y,
        blend(topLeft >> 16, topRight >> 16, bottomLeft >> 16, bottomRight >> 16, right, down),
        blend(topLeft >> 8, topRight >> 8, bottomLeft >> 8, bottomRight >> 8, right, down),
        blend(topLeft, topRight, bottomLeft, bottomRight, right, down));
  }

  private int pixel(int row, int column) {
    if ((row | column) >= 0) {
      return image.rgbAt(row + column);
    }
    return row == BLACK || column == BLACK ? 0 : GREY_RGB;
  }

  /** Of each colour, the lowest byte counts. */
  private static float blend(
      int topLeft, int topRight, int bottomLeft, int bottomRight, float right, float down) {
    int left = topLeft & 0xFF;
    float top = left + ((topRight & 0xFF) - left) * right;
    left = bottomLeft & 0xFF;
    float bottom = left + ((bottomRight & 0xFF) - left) * right;
    return top + (bottom - top) * down;
  }

  /** For each index of the target, the two pixels around it and how much the upper one counts. */
  private static final class Axis {
    private final int[] lower;
    private final int[] upper;
    private final float[] weight;

    /**
     * @param place of each index of the source in the picture
     * @param stride from one such place to the next, in bytes
     */
    Axis(int from, int to, IntUnaryOperator place, int stride) {
      lower = new int[to];
      upper = new int[to];
      weight = new float[to];
      float step = (float) from / to;
      for (int i = 0; i < to; i++) {
        float source = i * step;
        int floor = (int) source;
        lower[i] = offset(place.applyAsInt(floor), stride);
        upper[i] = offset(place.applyAsInt(Math.min(from - 1, (int) Math.ceil(source))), stride);
        weight[i] = source - floor;
      }
    }

    private static int offset(int place, int stride) {
      return place < 0 ? place : place * stride;
    }
  }
}
