package dev.riderphotos.faces;

import static dev.riderphotos.faces.internal.network.FaceRecognition.INPUT_SIZE;

import dev.riderphotos.faces.internal.network.FaceRecognition;
import dev.riderphotos.faces.internal.network.Network;
import dev.riderphotos.faces.internal.network.Networks;
import java.io.IOException;

/** Describes a face by the mean of its levelled chip and the chip's mirror image. */
final class MirroringDescriber implements Describer {
  private static final int BATCH = 2;

  private final Network network;

  private MirroringDescriber(Network network) {
    this.network = network;
  }

  static MirroringDescriber load(Networks networks) throws IOException {
    var weights = networks.weights(FaceRecognition.NAME);
    return new MirroringDescriber(
        networks.load(FaceRecognition.graph(weights, BATCH), BATCH, 3, INPUT_SIZE, INPUT_SIZE));
  }

  @Override
  public Descriptor describe(AlignedFace face) {
    float[] both =
        network
            .run(
                input -> {
                  face.chip()
                      .copyTo(new InputPlanes(input, 0, INPUT_SIZE, Normalisation.MEAN_FACE));
                  face.chip()
                      .mirrorTo(new InputPlanes(input, 1, INPUT_SIZE, Normalisation.MEAN_FACE));
                })[0];
    float[] mean = new float[Descriptor.LENGTH];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (both[i] + both[Descriptor.LENGTH + i]) / 2;
    }
    return Descriptor.of(mean);
  }
}
