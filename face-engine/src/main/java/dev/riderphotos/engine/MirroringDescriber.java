package dev.riderphotos.engine;

import static dev.riderphotos.engine.internal.network.FaceRecognition.INPUT_SIZE;

import dev.riderphotos.engine.internal.network.FaceRecognition;
import dev.riderphotos.engine.internal.network.Network;
import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.model.BaseModel;
import java.io.IOException;
import java.nio.FloatBuffer;

/** Describes a face by the mean of its levelled chip and the chip's mirror image. */
final class MirroringDescriber implements Describer {
  private static final int BATCH = 2;

  private final Network network;

  private MirroringDescriber(Network network) {
    this.network = network;
  }

  static MirroringDescriber load(Networks networks) throws IOException {
    return new MirroringDescriber(
        networks.load(
            FaceRecognition.NAME,
            () -> FaceRecognition.graph(networks.weights(FaceRecognition.NAME), BATCH),
            BATCH,
            3,
            INPUT_SIZE,
            INPUT_SIZE));
  }

  @Override
  public Descriptor describe(AlignedFace face) {
    float[][] outputs = network.run(input -> fill(input, face.chip()));
    float[] both = outputs[0];
    float[] mean = new float[BaseModel.LENGTH];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (both[i] + both[BaseModel.LENGTH + i]) / 2;
    }
    return Descriptor.of(mean);
  }

  private static void fill(FloatBuffer input, Patch chip) {
    chip.copyTo(new InputPlanes(input, 0, INPUT_SIZE, Normalisation.MEAN_FACE));
    chip.mirrorTo(new InputPlanes(input, 1, INPUT_SIZE, Normalisation.MEAN_FACE));
  }
}
