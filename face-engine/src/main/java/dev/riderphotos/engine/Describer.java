package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Networks;
import java.io.IOException;

/** Computes descriptors. Those of different describers cannot be compared. */
@FunctionalInterface
interface Describer {
  Descriptor describe(AlignedFace face);

  static Describer load(ModelVersion version, Networks networks) throws IOException {
    return switch (version) {
      case FACEAPI_1 -> LibraryDescriber.load(networks);
      case FACEAPI_2 -> MirroringDescriber.load(networks);
    };
  }
}
