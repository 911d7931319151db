package dev.riderphotos.ruler;

import java.util.Arrays;

/** Numbers that stand for something, by digest: 12 bytes a place, where a map takes a hundred. */
final class DigestTable {
  private static final int ABSENT = -1;

  private long[] digests = new long[1 << 10];
  private int[] numbers = new int[1 << 10];
  private int size;

  int size() {
    return size;
  }

  /** -1 where there is none. */
  int get(long digest) {
    int place = place(digest);
    return digests[place] == 0 ? ABSENT : numbers[place];
  }

  void put(long digest, int number) {
    if (2 * (size + 1) > digests.length) {
      grow();
    }
    int place = place(digest);
    size += digests[place] == 0 ? 1 : 0;
    digests[place] = digest;
    numbers[place] = number;
  }

  private int place(long digest) {
    int place = (int) digest & digests.length - 1;
    while (digests[place] != 0 && digests[place] != digest) {
      place = place + 1 & digests.length - 1;
    }
    return place;
  }

  private void grow() {
    long[] oldDigests = digests;
    int[] oldNumbers = numbers;
    digests = new long[2 * oldDigests.length];
    numbers = Arrays.copyOf(oldNumbers, digests.length);
    for (int i = 0; i < oldDigests.length; i++) {
      if (oldDigests[i] != 0) {
        int place = place(oldDigests[i]);
        digests[place] = oldDigests[i];
        numbers[place] = oldNumbers[i];
      }
    }
  }
}
