package dev.riderphotos.engine;

import java.util.Optional;

/** Leads from a picture that was made smaller to a larger one of the same. */
@FunctionalInterface
public interface Enlarging {
  /** For a picture that is all there is. */
  Enlarging NONE = _ -> Optional.empty();

  /**
   * Opens it.
   *
   * @param least how many times as large, along a side, it should be at least; less is better than
   *     nothing
   * @return empty if there is none that is larger
   */
  Optional<Enlarged> times(double least);
}
