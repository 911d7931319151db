package dev.riderphotos.embedded.vector;

/**
 * Where things are in a block of vectors. First a header; then, group by group, the compact copies,
 * which are all that most searches read; then the numbers; then the vectors as they are.
 *
 * <p>The compact copies of a group lie number by number: the first byte of each row, then the
 * second of each. So one instruction compares many rows, and nothing is to be added up across its
 * lanes.
 *
 * @param length of each vector
 */
record BlockLayout(int length) {
  static final int ROWS_PER_BLOCK = 1024;
  static final int ROWS_PER_GROUP = 32;
  static final int GROUPS = ROWS_PER_BLOCK / ROWS_PER_GROUP;

  /** So many bytes of a row are compared before it is looked at what they come to. */
  static final int STEP = 16;

  static final int PAGE = 4096;

  /** Scale, bound and what the compact copy lacks, of each row of a group. */
  private static final int BOUNDS = 3 * ROWS_PER_GROUP * Float.BYTES;

  static int blockOf(long row) {
    return Math.toIntExact(row / ROWS_PER_BLOCK);
  }

  /** How many blocks so many rows take. */
  static int blocks(long rows) {
    return blockOf(rows + ROWS_PER_BLOCK - 1);
  }

  /** The length of a compact copy. */
  int padded() {
    return (length + STEP - 1) / STEP * STEP;
  }

  int groupBytes() {
    return ROWS_PER_GROUP * padded() + BOUNDS;
  }

  long group(int group) {
    return PAGE + (long) group * groupBytes();
  }

  long number(int row) {
    return group(GROUPS) + (long) row * Long.BYTES;
  }

  long vector(int row) {
    return number(ROWS_PER_BLOCK) + (long) row * length * Float.BYTES;
  }

  /** Whole pages. */
  long bytes() {
    return (vector(ROWS_PER_BLOCK) + PAGE - 1) / PAGE * PAGE;
  }
}
