package dev.riderphotos.embedded.engine;

import dev.riderphotos.face.IndexedFace;

/** A face of a collection and its descriptor, which never leaves this package. */
final class DescribedFace {
  private final IndexedFace face;
  private final float[] descriptor;

  /** The descriptor is given away, not copied. */
  DescribedFace(IndexedFace face, float[] descriptor) {
    this.face = face;
    this.descriptor = descriptor;
  }

  IndexedFace face() {
    return face;
  }

  float[] descriptor() {
    return descriptor;
  }
}
