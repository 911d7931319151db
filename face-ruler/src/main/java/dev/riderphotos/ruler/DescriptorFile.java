package dev.riderphotos.ruler;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfFloat;
import java.lang.foreign.ValueLayout.OfLong;
import java.nio.ByteOrder;

/**
 * Described photos in a mapped file, of which only what is looked at is in memory. A record has the
 * digests of key, person and picture, the reason for which it was left out, a check sum, and the
 * numbers, all in little-endian order.
 */
final class DescriptorFile implements AutoCloseable {
  static final int KEY = 0;
  static final int PERSON = 8;
  static final int PICTURE = 16;
  static final int REASON = 24;
  static final int CHECK = 28;
  static final int NUMBERS = 32;

  private static final OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment records;
  private final int length;
  private final int[] rows;

  /** Maps the records for as long as the arena is open. */
  @FunctionalInterface
  interface Mapping {
    MemorySegment map(Arena arena) throws IOException;
  }

  DescriptorFile(Mapping mapping, int length, int[] rows) throws IOException {
    this.length = length;
    this.rows = rows;
    try {
      this.records = mapping.map(arena);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  static int recordSize(int length) {
    return NUMBERS + Float.BYTES * length;
  }

  int photos() {
    return rows.length;
  }

  int length() {
    return length;
  }

  long key(int photo) {
    return records.get(LONG, place(photo) + KEY);
  }

  long person(int photo) {
    return records.get(LONG, place(photo) + PERSON);
  }

  long picture(int photo) {
    return records.get(LONG, place(photo) + PICTURE);
  }

  void copy(int photo, float[] into, int at) {
    MemorySegment.copy(records, FLOAT, place(photo) + NUMBERS, into, at, length);
  }

  @Override
  public void close() {
    arena.close();
  }

  private long place(int photo) {
    return (long) rows[photo] * recordSize(length);
  }
}
