package dev.riderphotos.embedded.vector;

/**
 * Squared Euclidean distance of a query from rows of a matrix; the innermost loop of the search.
 */
public interface SquaredDistance {
  /**
   * The squared distance of the query from the row that begins at {@code offset} and is as long, or
   * anything above {@code limit} as soon as it is clear that it is above.
   */
  float between(float[] query, float[] rows, int offset, float limit);

  /** By vector instructions where the JVM has the module for them. */
  static SquaredDistance fastest() {
    return VectorModule.isThere() ? new VectorDistance() : new PlainDistance();
  }
}
