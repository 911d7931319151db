package dev.riderphotos.engine.internal.network;

import java.util.Arrays;

/**
 * Filters in whole numbers from 0 to 255 less a zero that all have in common, times a step that
 * each output channel has for itself.
 */
final class ByteWeights {
  private static final int MIDDLE = 128;
  private static final int MOST = 127;

  private final int[] numbers;
  private final int zero;
  private final float[] steps;

  private ByteWeights(int[] numbers, int zero, float[] steps) {
    this.numbers = numbers;
    this.zero = zero;
    this.steps = steps;
  }

  /** The values just as they are stored, with whatever zero they have. */
  static ByteWeights exact(Filters filters, double step) {
    int[] numbers = inSteps(filters, step);
    int least = 0;
    for (int number : numbers) {
      least = Math.min(least, number);
    }
    return new ByteWeights(numbers, -least, steps(filters, step));
  }

  /**
   * With a zero in the middle, which computes faster. The few channels whose values are not all
   * -128 to 127 steps get a greater step, and are rounded.
   */
  static ByteWeights aroundZero(Filters filters, double step) {
    int[] numbers = inSteps(filters, step);
    float[] steps = steps(filters, step);
    int length = numbers.length / steps.length;
    for (int channel = 0; channel < steps.length; channel++) {
      int range = range(numbers, channel * length, length);
      if (range > MIDDLE) {
        steps[channel] = (float) (step * range / MOST);
        for (int i = channel * length; i < (channel + 1) * length; i++) {
          numbers[i] = Math.round((float) numbers[i] * MOST / range);
        }
      }
    }
    return new ByteWeights(numbers, MIDDLE, steps);
  }

  /** The least n for which all numbers are from -n to n - 1. */
  private static int range(int[] numbers, int start, int length) {
    int range = 0;
    for (int i = start; i < start + length; i++) {
      range = Math.max(range, Math.max(numbers[i] + 1, -numbers[i]));
    }
    return range;
  }

  /** Multiplies each channel; a negative factor makes a negative step. */
  ByteWeights times(float[] factors) {
    float[] products = steps.clone();
    for (int i = 0; i < products.length; i++) {
      products[i] *= factors[i];
    }
    return new ByteWeights(numbers, zero, products);
  }

  byte zero(boolean signed) {
    return (byte) (signed ? zero - MIDDLE : zero);
  }

  byte[] bytes(boolean signed) {
    byte[] bytes = new byte[numbers.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (numbers[i] + zero(signed));
    }
    return bytes;
  }

  /** One a channel; not a copy. */
  float[] steps() {
    return steps;
  }

  private static int[] inSteps(Filters filters, double step) {
    float[] values = filters.values();
    int[] numbers = new int[values.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) Math.round(values[i] / step);
    }
    return numbers;
  }

  private static float[] steps(Filters filters, double step) {
    float[] steps = new float[filters.outputs()];
    Arrays.fill(steps, (float) step);
    return steps;
  }
}
