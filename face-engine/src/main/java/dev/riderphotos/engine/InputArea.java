package dev.riderphotos.engine;

import static dev.riderphotos.engine.internal.network.SsdMobilenetV1.INPUT_SIZE;
import static dev.riderphotos.engine.internal.network.SsdMobilenetV1.UNIT;

/**
 * So much of the detector's square input as is computed, from the corner at the top left: what is
 * beyond is black.
 */
record InputArea(int width, int height) {
  static final InputArea WHOLE = new InputArea(INPUT_SIZE, INPUT_SIZE);

  /** So much black tells the network that the picture ends. */
  private static final int BLACK = 8;

  /** The least area for a picture of some size, in the input's pixels. */
  static InputArea of(int width, int height) {
    return new InputArea(enough(width), enough(height));
  }

  private static int enough(int length) {
    return Math.min(INPUT_SIZE, Math.ceilDiv(length + BLACK, UNIT) * UNIT);
  }
}
