package dev.riderphotos.engine.internal.network;

/**
 * Filters in whole numbers from -128 to 127, times a step that each output channel has for itself.
 * Where bytes are unsigned, 128 stands for 0.
 */
final class ByteWeights {
  private static final int MIDDLE = 128;

  /** So many steps are tried, from the least to twice as much. */
  private static final int TRIES = 256;

  /** How much more the error of a filter's sum counts than those of its numbers. */
  private static final int OF_SUM = 9;

  private final int[] numbers;
  private final float[] steps;

  private ByteWeights(int[] numbers, float[] steps) {
    this.numbers = numbers;
    this.steps = steps;
  }

  /**
   * The values just as they are stored, but for the few channels that are not all -128 to 127
   * steps: those get a greater step, and are rounded.
   */
  static ByteWeights of(Filters filters, double step) {
    int[] numbers = inSteps(filters, step);
    float[] steps = new float[filters.outputs()];
    int length = numbers.length / steps.length;
    for (int channel = 0; channel < steps.length; channel++) {
      double factor = factor(numbers, channel * length, length);
      steps[channel] = (float) (step * factor);
      for (int i = channel * length; i < (channel + 1) * length; i++) {
        numbers[i] = rounded(numbers[i], factor);
      }
    }
    return new ByteWeights(numbers, steps);
  }

  /** How many times the present step the one is with which the least is lost. */
  private static double factor(int[] numbers, int start, int length) {
    int range = range(numbers, start, length);
    if (range <= MIDDLE) {
      return 1;
    }
    double least = (double) range / MIDDLE;
    double best = least;
    double bestLoss = Double.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      double factor = least + i * least / TRIES;
      double loss = loss(numbers, start, length, factor);
      if (loss < bestLoss) {
        bestLoss = loss;
        best = factor;
      }
    }
    return best;
  }

  /**
   * Pixels beside each other are much alike, so errors that make up for one another are of little
   * weight, and those that add up shift the whole plane.
   */
  private static double loss(int[] numbers, int start, int length, double factor) {
    double sum = 0;
    double squares = 0;
    for (int i = start; i < start + length; i++) {
      double error = numbers[i] - rounded(numbers[i], factor) * factor;
      sum += error;
      squares += error * error;
    }
    return OF_SUM * sum * sum + squares;
  }

  private static int rounded(int number, double factor) {
    return Math.clamp(Math.round(number / factor), -MIDDLE, MIDDLE - 1);
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
    return new ByteWeights(numbers, products);
  }

  /** The byte that stands for 0. */
  static byte zero(boolean signed) {
    return (byte) (signed ? 0 : MIDDLE);
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

  /** Sums of products with inputs of a step are whole multiples of these, one a channel. */
  float[] sumSteps(float inputStep) {
    float[] products = new float[steps.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = inputStep * steps[i];
    }
    return products;
  }

  private static int[] inSteps(Filters filters, double step) {
    float[] values = filters.values();
    int[] numbers = new int[values.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) Math.round(values[i] / step);
    }
    return numbers;
  }
}
