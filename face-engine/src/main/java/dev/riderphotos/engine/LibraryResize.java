package dev.riderphotos.engine;

import java.util.function.IntUnaryOperator;

/**
 * Face-api's way from a rectangle to a network's input: padded with black to a square, then
 * TensorFlow's old bilinear resize, which looks at the pixels' corners instead of their centres and
 * skips pixels when it shrinks. The networks were trained on pictures made so, and any other way
 * shifts them by half a step.
 *
 * <p>Nothing is copied in between: whatever lies outside is made up while sampling. Black is the
 * padding; grey is what lies in the rectangle but not in the picture. Two lines of the picture are
 * shortened, then blended into one of the input.
 */
final class LibraryResize {
  private static final int BLACK = -1;
  private static final int GREY = -2;
  private static final int GREY_SHADE = 0x80;

  private final byte[] bgr;
  private final Axis columns;
  private final Axis rows;
  private final int width;
  private Line upper;
  private Line lower;

  private LibraryResize(RgbImage image, Axis columns, Axis rows) {
    this.bgr = image.bgr();
    this.columns = columns;
    this.rows = rows;
    this.width = columns.lower.length;
    this.upper = new Line(width);
    this.lower = new Line(width);
  }

  /** With the padding at the right or at the bottom, as the detector has it. */
  static void cornered(RgbImage image, Crop crop, InputRows target) {
    resize(image, crop, 0, 0, target);
  }

  /** Puts the padding on both sides, as the other networks have it. */
  static void centred(RgbImage image, Crop crop, InputRows target) {
    resize(image, crop, before(crop.width(), crop), before(crop.height(), crop), target);
  }

  /** The smaller half of an odd padding comes first. */
  private static int before(int length, Crop crop) {
    int padding = crop.side() - length;
    return padding - Math.round(padding * 0.5f);
  }

  private static void resize(RgbImage image, Crop crop, int left, int top, InputRows target) {
    IntUnaryOperator column = x -> place(x - left, crop.x(), crop.width(), image.width());
    IntUnaryOperator row = y -> place(y - top, crop.y(), crop.height(), image.height());
    float step = (float) crop.side() / target.size();
    Axis columns = new Axis(crop.side(), step, target.width(), column, RgbImage.columnOffset(1));
    Axis rows = new Axis(crop.side(), step, target.height(), row, image.rowOffset(1));
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

  private void write(InputRows target) {
    Line blended = new Line(width);
    for (int y = 0; y < target.height(); y++) {
      prepare(rows.lower[y], rows.upper[y]);
      blended.blend(upper, lower, rows.weight[y]);
      target.setRow(y, blended.red, blended.green, blended.blue, 0);
    }
  }

  /** Sees to it that the two lines are those of these rows; the last ones may be among them. */
  private void prepare(int first, int second) {
    if (upper.row != first && lower.row == first) {
      Line other = upper;
      upper = lower;
      lower = other;
    }
    shorten(first, upper);
    shorten(second, lower);
  }

  private void shorten(int row, Line line) {
    if (line.row == row) {
      return;
    }
    line.row = row;
    if (row < 0) {
      line.fill(row, columns);
      return;
    }
    for (int x = 0; x < columns.from; x++) {
      between(row, x, line);
    }
    within(row, line);
    for (int x = columns.to; x < width; x++) {
      between(row, x, line);
    }
  }

  /** The pixels between two of the picture's own. */
  private void within(int row, Line line) {
    for (int x = columns.from; x < columns.to; x++) {
      int left = row + columns.lower[x];
      int right = row + columns.upper[x];
      float weight = columns.weight[x];
      int blue = bgr[left] & 0xFF;
      int green = bgr[left + 1] & 0xFF;
      int red = bgr[left + 2] & 0xFF;
      line.blue[x] = blue + ((bgr[right] & 0xFF) - blue) * weight;
      line.green[x] = green + ((bgr[right + 1] & 0xFF) - green) * weight;
      line.red[x] = red + ((bgr[right + 2] & 0xFF) - red) * weight;
    }
  }

  /** A pixel of which at least one side is made up. */
  private void between(int row, int x, Line line) {
    int left = columns.lower[x];
    int right = columns.upper[x];
    line.blue[x] = Line.blend(shade(row, left, 0), shade(row, right, 0), columns.weight[x]);
    line.green[x] = Line.blend(shade(row, left, 1), shade(row, right, 1), columns.weight[x]);
    line.red[x] = Line.blend(shade(row, left, 2), shade(row, right, 2), columns.weight[x]);
  }

  private int shade(int row, int column, int channel) {
    return column < 0 ? Line.madeUp(row, column) : bgr[row + column + channel] & 0xFF;
  }

  /** A row of the picture, as long as the input is wide; or one that is made up. */
  private static final class Line {
    private static final int NONE = -3;

    private final float[] red;
    private final float[] green;
    private final float[] blue;
    private int row = NONE;

    Line(int size) {
      red = new float[size];
      green = new float[size];
      blue = new float[size];
    }

    static int madeUp(int row, int column) {
      return row == BLACK || column == BLACK ? 0 : GREY_SHADE;
    }

    static float blend(float first, float second, float weight) {
      return first + (second - first) * weight;
    }

    /** Makes up a row that lies outside. */
    void fill(int row, Axis columns) {
      for (int x = 0; x < red.length; x++) {
        int left = madeUp(row, columns.lower[x]);
        red[x] = blend(left, madeUp(row, columns.upper[x]), columns.weight[x]);
      }
      System.arraycopy(red, 0, green, 0, red.length);
      System.arraycopy(red, 0, blue, 0, red.length);
    }

    void blend(Line first, Line second, float weight) {
      blend(first.red, second.red, weight, red);
      blend(first.green, second.green, weight, green);
      blend(first.blue, second.blue, weight, blue);
    }

    private static void blend(float[] first, float[] second, float weight, float[] target) {
      for (int x = 0; x < target.length; x++) {
        target[x] = first[x] + (second[x] - first[x]) * weight;
      }
    }
  }

  /** For each index of the target, the two pixels around it and how much the upper one counts. */
  private static final class Axis {
    private final int[] lower;
    private final int[] upper;
    private final float[] weight;

    /** From here to there both pixels are the picture's own. */
    private final int from;

    private final int to;

    /**
     * @param step of the source for one of the target
     * @param place of each index of the source in the picture
     * @param stride from one such place to the next, in bytes
     */
    Axis(int source, float step, int target, IntUnaryOperator place, int stride) {
      lower = new int[target];
      upper = new int[target];
      weight = new float[target];
      for (int i = 0; i < target; i++) {
        float exact = i * step;
        int floor = (int) exact;
        lower[i] = offset(place.applyAsInt(floor), stride);
        upper[i] = offset(place.applyAsInt(Math.min(source - 1, (int) Math.ceil(exact))), stride);
        weight[i] = exact - floor;
      }
      from = firstOwn();
      to = endOfOwn();
    }

    private int firstOwn() {
      int first = 0;
      while (first < lower.length && (lower[first] | upper[first]) < 0) {
        first++;
      }
      return first;
    }

    private int endOfOwn() {
      int end = from;
      while (end < lower.length && (lower[end] | upper[end]) >= 0) {
        end++;
      }
      return end;
    }

    private static int offset(int place, int stride) {
      return place < 0 ? place : place * stride;
    }
  }
}
