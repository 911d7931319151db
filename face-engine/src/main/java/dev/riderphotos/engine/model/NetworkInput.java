package dev.riderphotos.engine.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a network of a pack takes: one square picture. A colour {@code v} of 0 to 255 becomes {@code
 * (v − mean) × scale}.
 *
 * @param size the side in pixels, 16 to 512
 * @param layout of the tensor
 * @param colours which planes there are, in this order
 * @param mean of each colour, in the order of {@code colours}: one number for grey, else three
 * @param scale a positive number
 */
public record NetworkInput(
    int size, Layout layout, Colours colours, List<Float> mean, float scale) {
  private static final int SMALLEST = 16;
  private static final int LARGEST = 512;

  /** Takes it as it is, if it is as above. */
  public NetworkInput {
    requireNonNull(layout, "layout is missing");
    requireNonNull(colours, "colours is missing");
    mean = List.copyOf(requireNonNull(mean, "mean is missing"));
    if (size < SMALLEST || size > LARGEST) {
      throw new IllegalArgumentException(
          "an input has %d to %d pixels a side, not %d".formatted(SMALLEST, LARGEST, size));
    }
    if (mean.size() != colours.count() || !mean.stream().allMatch(Float::isFinite)) {
      throw new IllegalArgumentException(
          "an input in %s has %d numbers as its mean".formatted(colours, colours.count()));
    }
    if (!Float.isFinite(scale) || scale <= 0) {
      throw new IllegalArgumentException("an input's scale is a positive number");
    }
  }

  /** Planes one after the other, or the colours of a pixel together. */
  public enum Layout {
    NCHW,
    NHWC
  }

  /** Red, green and blue, the other way round, or luminance alone. */
  public enum Colours {
    RGB,
    BGR,
    GREY;

    /** How many numbers a pixel has. */
    public int count() {
      return this == GREY ? 1 : 3;
    }
  }

  /** The shape of the tensor. */
  public long[] shape() {
    int count = colours.count();
    return layout == Layout.NCHW
        ? new long[] {1, count, size, size}
        : new long[] {1, size, size, count};
  }
}
