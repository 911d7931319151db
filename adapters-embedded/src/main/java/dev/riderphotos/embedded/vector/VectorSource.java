package dev.riderphotos.embedded.vector;

import java.util.OptionalLong;

/**
 * Where the vectors are kept for good: rows from 0 on without a gap. Each block of them has a
 * generation, which is drawn anew whenever one of its rows changes.
 */
public interface VectorSource {
  /** Says how many rows there are. */
  int size();

  /** The generation of a block; empty where it never had a row. */
  OptionalLong generation(int block);

  /**
   * Reads the rows of a block, all at one moment.
   *
   * @return the block's generation at that moment; empty where it never had a row
   */
  OptionalLong read(int block, EachRow each);

  /** Receives the rows of a block, in any order. */
  interface EachRow {
    void accept(int row, long number, float[] vector);
  }
}
