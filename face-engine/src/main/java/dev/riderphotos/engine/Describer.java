package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import java.io.IOException;

/** Computes descriptors. Those of different describers cannot be compared. */
@FunctionalInterface
interface Describer {
  Descriptor describe(AlignedFace face);

  static Describer load(FaceModel model, Networks networks) throws IOException {
    Describer base = load(model.version().base(), networks);
    return model.pack() == null ? base : PackDescriber.load(base, model.pack(), networks);
  }

  private static Describer load(BaseModel base, Networks networks) throws IOException {
    return switch (base) {
      case FACEAPI_1 -> LibraryDescriber.load(networks);
      case FACEAPI_2 -> MirroringDescriber.load(networks);
    };
  }
}
