package dev.riderphotos.web.verification;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the numbers that describe a face, drawn as a bar up or down from the middle of a picture
 * of height 2.
 *
 * @param y where its upper end is
 */
@Introspected
public record FaceBar(int x, double y, double height) {
  static List<FaceBar> of(float[] numbers) {
    double largest = Double.MIN_NORMAL;
    for (float number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    List<FaceBar> bars = new ArrayList<>();
    for (int x = 0; x < numbers.length; x++) {
      double share = rounded(numbers[x] / largest);
      bars.add(new FaceBar(x, rounded(1 - Math.max(0, share)), Math.abs(share)));
    }
    return bars;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
