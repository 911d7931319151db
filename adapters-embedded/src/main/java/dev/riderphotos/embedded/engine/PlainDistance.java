package dev.riderphotos.embedded.engine;

/** Adds up the squares one by one, without vector instructions. */
final class PlainDistance implements SquaredDistance {
  @Override
  public float between(float[] query, float[] rows, int offset, float limit) {
    float sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      float difference = rows[offset + i] - query[i];
      sum += difference * difference;
    }
    return sum;
  }
}
