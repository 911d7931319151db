package dev.riderphotos.ruler;

import java.util.Arrays;

/** Some photos in a row, small enough for a processor's cache. */
final class Tile {
  private static final int NUMBERS = 1 << 16;
  private static final int MOST_PHOTOS = 512;
  private static final int STRIDE = 4;

  final int[] person;
  final int[] group;
  final long[] picture;
  final boolean[] registered;

  private final int length;
  private final int padded;
  private final int capacity;
  private final float[] numbers;
  private final float[] room;
  private int first;
  private int size;

  Tile(int length) {
    this.length = length;
    this.padded = (length + STRIDE - 1) / STRIDE * STRIDE; // with zeros, which add nothing
    this.capacity = capacity(length);
    this.person = new int[capacity];
    this.group = new int[capacity];
    this.picture = new long[capacity];
    this.registered = new boolean[capacity];
    this.numbers = new float[capacity * padded];
    this.room = new float[length];
  }

  static int capacity(int length) {
    return Math.min(NUMBERS / length, MOST_PHOTOS);
  }

  int first() {
    return first;
  }

  int size() {
    return size;
  }

  /** Loads the tile of this number, one descriptor after the other. */
  void load(int tile, DescriptorFile photos, People people) {
    loadNames(tile, photos, people);
    for (int i = 0; i < size; i++) {
      photos.copy(first + i, numbers, i * padded);
    }
  }

  /** Loads the tile with all descriptors' first numbers, then their second ones, and so on. */
  void loadAcross(int tile, DescriptorFile photos, People people) {
    loadNames(tile, photos, people);
    for (int i = 0; i < size; i++) {
      photos.copy(first + i, room, 0);
      for (int k = 0; k < length; k++) {
        numbers[k * capacity + i] = room[k];
      }
    }
  }

  /** The squared distances of a photo of that tile to all of this one, which is loaded across. */
  void squaredDistances(Tile that, int i, double[] squares) {
    Arrays.fill(squares, 0);
    for (int k = 0; k < padded; k += STRIDE) {
      addSquares(that.numbers, i * padded + k, numbers, k * capacity, capacity, squares);
    }
  }

  /** Of four numbers at a time, in a loop that the compiler makes vector instructions of. */
  private static void addSquares(
      float[] a, int at, float[] b, int row, int next, double[] squares) {
    float a0 = a[at];
    float a1 = a[at + 1];
    float a2 = a[at + 2];
    float a3 = a[at + 3];
    for (int j = 0; j < next; j++) {
      float d0 = b[row + j] - a0;
      float d1 = b[row + next + j] - a1;
      float d2 = b[row + 2 * next + j] - a2;
      float d3 = b[row + 3 * next + j] - a3;
      squares[j] += (d0 * d0 + d1 * d1) + (d2 * d2 + d3 * d3);
    }
  }

  private void loadNames(int tile, DescriptorFile photos, People people) {
    first = tile * capacity;
    size = Math.min(capacity, photos.photos() - first);
    for (int i = 0; i < size; i++) {
      person[i] = people.of(first + i);
      group[i] = people.group(person[i]);
      picture[i] = photos.picture(first + i);
      registered[i] = people.isRegistered(first + i);
    }
  }
}
