package dev.riderphotos.embedded.vector;

import static dev.riderphotos.embedded.vector.BlockLayout.GROUPS;
import static dev.riderphotos.embedded.vector.BlockLayout.ROWS_PER_GROUP;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.zip.CRC32C;

/**
 * A block of rows in a mapped file: each has a number and a vector, and a compact copy of it. The
 * header has the block's generation, and checksums by which it is seen whether all of it reached
 * the file. Not thread-safe.
 */
final class VectorBlock {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final long CHECKSUMS = Long.BYTES;
  private static final long CHECKSUM_OF_HEADER = CHECKSUMS + (long) GROUPS * Integer.BYTES;

  /** What no distance reaches. */
  private static final float NOT_THERE = Float.POSITIVE_INFINITY;

  private final BlockLayout layout;
  private final MemorySegment segment;

  VectorBlock(BlockLayout layout, MemorySegment segment) {
    this.layout = layout;
    this.segment = segment;
  }

  MemorySegment segment() {
    return segment;
  }

  BlockLayout layout() {
    return layout;
  }

  long generation() {
    return segment.get(LONG, 0);
  }

  /** The number of a row; none has the number 0. */
  long number(int row) {
    return segment.get(LONG, layout.number(row));
  }

  void read(int row, float[] vector) {
    MemorySegment.copy(segment, FLOAT, layout.vector(row), vector, 0, layout.length());
  }

  /** What the row was before is overwritten; {@link #seal} must follow. */
  void put(int row, long number, float[] vector) {
    if (vector.length != layout.length()) {
      throw new IllegalStateException(
          "A vector of %,d numbers among those of %,d".formatted(vector.length, layout.length()));
    }
    segment.set(LONG, layout.number(row), number);
    MemorySegment.copy(vector, 0, segment, FLOAT, layout.vector(row), vector.length);
    CompactVector compact = CompactVector.of(vector, layout.padded());
    double lacking = compact.lacking();
    double lost = CompactScan.Reach.ROUNDING * (compact.squared() + lacking * lacking);
    double bound = compact.squared() - lacking * lacking - lost;
    putCompact(row, compact.bytes());
    putBounds(row, compact.scale(), (float) bound, Math.nextUp((float) (2 * lacking)));
  }

  /** Nothing is left of the row; {@link #seal} must follow. */
  void clear(int row) {
    segment.set(LONG, layout.number(row), 0);
    segment.asSlice(layout.vector(row), layout.vector(row + 1) - layout.vector(row)).fill((byte) 0);
    putCompact(row, new short[layout.padded()]);
    putBounds(row, 0, NOT_THERE, 0);
  }

  void clear() {
    segment.fill((byte) 0);
  }

  /** From now on the rows of the group are what the checksum says. */
  void seal(int row) {
    int group = row / ROWS_PER_GROUP;
    segment.set(INT, checksumAt(group), checksum(group));
  }

  void sealAll() {
    for (int group = 0; group < GROUPS; group++) {
      seal(group * ROWS_PER_GROUP);
    }
  }

  /** From now on the block is as it was in this generation. */
  void seal(long generation) {
    segment.set(LONG, 0, generation);
    segment.set(INT, CHECKSUM_OF_HEADER, checksumOfHeader());
  }

  /** Whether all of it is as it was in this generation. */
  boolean is(long generation) {
    boolean same =
        generation() == generation && segment.get(INT, CHECKSUM_OF_HEADER) == checksumOfHeader();
    for (int group = 0; same && group < GROUPS; group++) {
      same = segment.get(INT, checksumAt(group)) == checksum(group);
    }
    return same;
  }

  /** Returns when it is on the disk. */
  void force() {
    segment.force();
  }

  static float scale(MemorySegment block, long bounds, int row) {
    return block.get(FLOAT, bounds + (long) row * Float.BYTES);
  }

  static float bound(MemorySegment block, long bounds, int row) {
    return scale(block, bounds, ROWS_PER_GROUP + row);
  }

  static float twiceLacking(MemorySegment block, long bounds, int row) {
    return scale(block, bounds, 2 * ROWS_PER_GROUP + row);
  }

  private void putCompact(int row, short[] bytes) {
    long at = layout.group(row / ROWS_PER_GROUP) + row % ROWS_PER_GROUP;
    for (int i = 0; i < bytes.length; i++) {
      segment.set(ValueLayout.JAVA_BYTE, at + (long) i * ROWS_PER_GROUP, (byte) bytes[i]);
    }
  }

  private void putBounds(int row, float scale, float bound, float twiceLacking) {
    long at =
        layout.group(row / ROWS_PER_GROUP)
            + (long) ROWS_PER_GROUP * layout.padded()
            + (long) row % ROWS_PER_GROUP * Float.BYTES;
    long next = (long) ROWS_PER_GROUP * Float.BYTES;
    segment.set(FLOAT, at, scale);
    segment.set(FLOAT, at + next, bound);
    segment.set(FLOAT, at + 2 * next, twiceLacking);
  }

  private static long checksumAt(int group) {
    return CHECKSUMS + (long) group * Integer.BYTES;
  }

  private int checksum(int group) {
    int first = group * ROWS_PER_GROUP;
    int next = first + ROWS_PER_GROUP;
    CRC32C sum = new CRC32C();
    add(sum, layout.group(group), layout.group(group + 1));
    add(sum, layout.number(first), layout.number(next));
    add(sum, layout.vector(first), layout.vector(next));
    return (int) sum.getValue();
  }

  private int checksumOfHeader() {
    CRC32C sum = new CRC32C();
    add(sum, 0, CHECKSUM_OF_HEADER);
    return (int) sum.getValue();
  }

  private void add(CRC32C sum, long from, long to) {
    sum.update(segment.asSlice(from, to - from).asByteBuffer());
  }
}
