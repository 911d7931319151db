package dev.riderphotos.engine;

import static dev.riderphotos.engine.internal.network.FaceRecognition.INPUT_SIZE;

import dev.riderphotos.engine.internal.network.FaceRecognition;
import dev.riderphotos.engine.internal.network.Network;
import dev.riderphotos.engine.internal.network.Networks;
import java.io.IOException;
import java.nio.FloatBuffer;

/** Describes a face as face-api does: by one upright crop. */
final class LibraryDescriber implements Describer {
  private final Network network;

  private LibraryDescriber(Network network) {
    this.network = network;
  }

  static LibraryDescriber load(Networks networks) throws IOException {
    return new LibraryDescriber(
        networks.load(
            FaceRecognition.NAME,
            () -> FaceRecognition.graph(networks.weights(FaceRecognition.NAME), 1),
            1,
            3,
            INPUT_SIZE,
            INPUT_SIZE));
  }

  @Override
  public Descriptor describe(AlignedFace face) {
    float[][] outputs = network.run(input -> fill(input, face));
    return Descriptor.of(outputs[0]);
  }

  private static void fill(FloatBuffer input, AlignedFace face) {
    InputPlanes planes = new InputPlanes(input, 0, INPUT_SIZE, Normalisation.MEAN_FACE);
    LibraryResize.centred(face.image(), face.libraryCrop(), planes);
  }
}
