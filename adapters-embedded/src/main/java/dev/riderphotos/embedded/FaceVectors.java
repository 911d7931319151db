package dev.riderphotos.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The descriptors of a collection in memory, searched exactly and one by one. Not thread-safe.
 *
 * <p>Rows lie in blocks, so that growing copies nothing, without gaps: the last row takes the place
 * of a removed one.
 */
final class FaceVectors {
  private static final int LENGTH = SquaredDistance.LENGTH;
  private static final int ROWS_PER_BLOCK = 1024;

  private final SquaredDistance distance;
  private final List<float[]> blocks = new ArrayList<>();
  private long[] numbers = new long[ROWS_PER_BLOCK];
  private int size;

  FaceVectors(SquaredDistance distance) {
    this.distance = distance;
  }

  /** A face near the query: its number, and how far it is. */
  record Neighbour(long number, double distance) {}

  int size() {
    return size;
  }

  void add(long number, float[] descriptor) {
    if (size == blocks.size() * ROWS_PER_BLOCK) {
      blocks.add(new float[ROWS_PER_BLOCK * LENGTH]);
      numbers = Arrays.copyOf(numbers, blocks.size() * ROWS_PER_BLOCK);
    }
    System.arraycopy(descriptor, 0, block(size), offset(size), LENGTH);
    numbers[size] = number;
    size++;
  }

  /** Harmless when no face has the number. */
  void remove(long number) {
    for (int row = 0; row < size; row++) {
      if (numbers[row] == number) {
        size--;
        System.arraycopy(block(size), offset(size), block(row), offset(row), LENGTH);
        Arrays.fill(block(size), offset(size), offset(size) + LENGTH, 0);
        numbers[row] = numbers[size];
        return;
      }
    }
  }

  /** All at most {@code maxDistance} away, the nearest first. */
  List<Neighbour> within(double maxDistance, float[] query) {
    float limit = (float) (maxDistance * maxDistance);
    List<Neighbour> found = new ArrayList<>();
    for (int block = 0; block * ROWS_PER_BLOCK < size; block++) {
      int first = block * ROWS_PER_BLOCK;
      int rows = Math.min(ROWS_PER_BLOCK, size - first);
      scan(blocks.get(block), first, rows, query, limit, found);
    }
    found.sort(Comparator.comparingDouble(Neighbour::distance));
    return found;
  }

  private void scan(
      float[] block, int first, int rows, float[] query, float limit, List<Neighbour> found) {
    for (int row = 0; row < rows; row++) {
      float squared = distance.between(query, block, row * LENGTH, limit);
      if (squared <= limit) {
        found.add(new Neighbour(numbers[first + row], Math.sqrt(squared)));
      }
    }
  }

  private float[] block(int row) {
    return blocks.get(row / ROWS_PER_BLOCK);
  }

  private static int offset(int row) {
    return row % ROWS_PER_BLOCK * LENGTH;
  }
}
