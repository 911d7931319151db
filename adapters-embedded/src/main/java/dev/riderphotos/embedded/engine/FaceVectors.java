package dev.riderphotos.embedded.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The descriptors of a collection in memory, searched exactly and one by one. Not thread-safe.
 *
 * <p>Rows lie in blocks, so that growing copies nothing, without gaps: the last row takes the place
 * of a removed one.
 */
final class FaceVectors {
  private static final int ROWS_PER_BLOCK = 1024;

  /** More than anybody asks for at once; a search keeps no more, however much is alike. */
  private static final int MOST_NEIGHBOURS = 8192;

  private final int length;
  private final SquaredDistance distance;
  private final LongConsumer room;
  private final List<float[]> blocks = new ArrayList<>();
  private long[] numbers = new long[ROWS_PER_BLOCK];
  private int size;

  /**
   * Holds no vector at first.
   *
   * @param length of each vector
   * @param room is asked for the bytes of each block, and refuses what there is no room for
   */
  FaceVectors(int length, SquaredDistance distance, LongConsumer room) {
    this.length = length;
    this.distance = distance;
    this.room = room;
  }

  /** A face near the query: its number, and how far it is. */
  record Neighbour(long number, double distance) {}

  int size() {
    return size;
  }

  /** Says how many bytes so many faces take in memory, with so many numbers each. */
  static long bytesOf(long faces, int length) {
    return (faces + ROWS_PER_BLOCK - 1) / ROWS_PER_BLOCK * bytesPerBlock(length);
  }

  /** Says how many bytes the vectors take in memory. */
  long bytes() {
    return blocks.size() * bytesPerBlock(length);
  }

  /** Has room for so many more, or refuses them, and has room for none of them. */
  void reserve(int more) {
    long missing = bytesOf((long) size + more, length) - bytes();
    if (missing <= 0) {
      return;
    }
    room.accept(missing);
    for (long left = missing; left > 0; left -= bytesPerBlock(length)) {
      blocks.add(new float[ROWS_PER_BLOCK * length]);
    }
    numbers = Arrays.copyOf(numbers, blocks.size() * ROWS_PER_BLOCK);
  }

  /** Refuses a vector that is not as long as all others, which no model makes. */
  void add(long number, float[] descriptor) {
    if (descriptor.length != length) {
      throw new IllegalStateException(
          "A descriptor of %,d numbers among those of %,d".formatted(descriptor.length, length));
    }
    reserve(1);
    System.arraycopy(descriptor, 0, block(size), offset(size), length);
    numbers[size] = number;
    size++;
  }

  /** Harmless when no face has the number. */
  void remove(long number) {
    for (int row = 0; row < size; row++) {
      if (numbers[row] == number) {
        size--;
        System.arraycopy(block(size), offset(size), block(row), offset(row), length);
        Arrays.fill(block(size), offset(size), offset(size) + length, 0);
        numbers[row] = numbers[size];
        return;
      }
    }
  }

  /** At most {@code maxDistance} away, the nearest first: all, or the first thousands of them. */
  List<Neighbour> within(double maxDistance, float[] query) {
    float limit = (float) (maxDistance * maxDistance);
    List<Neighbour> found = new ArrayList<>();
    for (int block = 0; block * ROWS_PER_BLOCK < size; block++) {
      int first = block * ROWS_PER_BLOCK;
      int rows = Math.min(ROWS_PER_BLOCK, size - first);
      scan(blocks.get(block), first, rows, query, limit, found);
      if (found.size() > 2 * MOST_NEIGHBOURS) {
        limit = keepNearest(found);
      }
    }
    float _ = keepNearest(found);
    return found;
  }

  /** How far the last of them is, squared and rounded up. */
  private static float keepNearest(List<Neighbour> found) {
    found.sort(Comparator.comparingDouble(Neighbour::distance));
    if (found.size() > MOST_NEIGHBOURS) {
      found.subList(MOST_NEIGHBOURS, found.size()).clear();
    }
    double last = found.isEmpty() ? 0 : found.getLast().distance();
    return Math.nextUp((float) (last * last));
  }

  private void scan(
      float[] block, int first, int rows, float[] query, float limit, List<Neighbour> found) {
    for (int row = 0; row < rows; row++) {
      float squared = distance.between(query, block, row * length, limit);
      if (squared <= limit) {
        found.add(new Neighbour(numbers[first + row], Math.sqrt(squared)));
      }
    }
  }

  /** The vectors, their numbers, and two headers. */
  private static long bytesPerBlock(int length) {
    return ROWS_PER_BLOCK * ((long) length * Float.BYTES + Long.BYTES) + 64;
  }

  private float[] block(int row) {
    return blocks.get(row / ROWS_PER_BLOCK);
  }

  private int offset(int row) {
    return row % ROWS_PER_BLOCK * length;
  }
}
