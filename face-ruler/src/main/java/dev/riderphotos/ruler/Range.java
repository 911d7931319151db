package dev.riderphotos.ruler;

import java.util.Arrays;

/** The distance that no two descriptors pass, so that steps need not be wider than they must. */
final class Range {
  private static final double GRAIN = 0.25;

  private Range() {}

  /**
   * Twice the largest distance from the mean, rounded up so that it hardly depends on one photo.
   */
  static double of(DescriptorFile photos) {
    double[] mean = mean(photos);
    float[] numbers = new float[photos.length()];
    double largest = 0;
    for (int photo = 0; photo < photos.photos(); photo++) {
      photos.copy(photo, numbers, 0);
      double square = 0;
      for (int i = 0; i < numbers.length; i++) {
        square += (numbers[i] - mean[i]) * (numbers[i] - mean[i]);
      }
      largest = Math.max(largest, square);
    }
    return GRAIN * (Math.floor(2 * Math.sqrt(largest) / GRAIN) + 1);
  }

  private static double[] mean(DescriptorFile photos) {
    double[] sums = new double[photos.length()];
    float[] numbers = new float[photos.length()];
    for (int photo = 0; photo < photos.photos(); photo++) {
      photos.copy(photo, numbers, 0);
      for (int i = 0; i < numbers.length; i++) {
        sums[i] += numbers[i];
      }
    }
    return Arrays.stream(sums).map(sum -> sum / photos.photos()).toArray();
  }
}
