package dev.riderphotos.embedded.vector;

import java.lang.foreign.MemorySegment;

/**
 * The first step of a search: which rows of a group may be near enough, by their compact copies. It
 * never leaves one out that is.
 *
 * <p>By the triangle inequality a row is no nearer than its copy is to the query's, less what both
 * copies lack. With {@code reach} for the limit and what the query's copy lacks, a row may be near
 * if {@code squared + query squared - 2 * scales * product <= (reach + lacking)²}, of which all
 * that does not change from query to query lies beside the bytes.
 */
interface CompactScan {
  /** A bit for each row of the group at this place. */
  int candidates(MemorySegment block, long group, Reach reach);

  /**
   * What a row is compared with.
   *
   * @param query in bytes
   * @param factor twice the query's scale
   * @param reach the limit, and what the query's copy lacks
   * @param most the square of the reach, less that of the query
   */
  record Reach(short[] query, float factor, float reach, float most) {
    /** More than single precision loses, of terms of these sizes. */
    static final double ROUNDING = 2e-6;

    static Reach of(CompactVector query, double limit) {
      double reach = limit + query.lacking();
      double most = reach * reach - query.squared();
      double lost = ROUNDING * (reach * reach + query.squared());
      return new Reach(
          query.bytes(), 2 * query.scale(), Math.nextUp((float) reach), (float) (most + lost));
    }
  }

  /** By vector instructions where the JVM has the module for them. */
  static CompactScan fastest() {
    return VectorModule.isThere() ? new VectorScan() : new PlainScan();
  }
}
