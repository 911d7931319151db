package dev.riderphotos.embedded.vector;

/** Adds up the squares one by one, without vector instructions. */
final class PlainDistance implements SquaredDistance {
  /** After so many numbers it looks whether the rest matters. */
  private static final int STEP = 128;

  @Override
  public float between(float[] query, float[] rows, int offset, float limit) {
    float sum = 0;
    for (int from = 0; from < query.length && sum <= limit; from += STEP) {
      int to = Math.min(from + STEP, query.length);
      for (int i = from; i < to; i++) {
        float difference = rows[offset + i] - query[i];
        sum += difference * difference;
      }
    }
    return sum;
  }
}
