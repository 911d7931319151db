package dev.riderphotos.engine;

import static dev.riderphotos.engine.internal.network.SsdMobilenetV1.INPUT_SIZE;

import dev.riderphotos.engine.internal.network.Network;
import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.internal.network.SsdMobilenetV1;
import dev.riderphotos.engine.internal.network.Weights;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds faces with face-api's SSD. It does not see a face that fills the picture, so a picture
 * without any is tried again with an ever wider border around it.
 */
final class FaceDetector {
  /** Each border is a share of the picture's longer side. */
  private static final double[] BORDERS = {0.4, 0.7, 1.5};

  private final Network network;
  private final PriorBoxes priors;

  private FaceDetector(Network network, PriorBoxes priors) {
    this.network = network;
    this.priors = priors;
  }

  static FaceDetector load(Networks networks) throws IOException {
    OnceRead weights = new OnceRead(networks);
    Network network =
        networks.load(
            SsdMobilenetV1.NAME,
            () -> SsdMobilenetV1.graph(weights.get()),
            1,
            3,
            INPUT_SIZE,
            INPUT_SIZE);
    float[] priors =
        networks.numbers(
            SsdMobilenetV1.NAME + "-priors", () -> SsdMobilenetV1.priors(weights.get()));
    return new FaceDetector(network, new PriorBoxes(priors));
  }

  /** The weights, which a detector that was prepared earlier can do without. */
  private static final class OnceRead {
    private final Networks networks;
    private @Nullable Weights read;

    OnceRead(Networks networks) {
      this.networks = networks;
    }

    Weights get() throws IOException {
      Weights weights = read == null ? networks.weights(SsdMobilenetV1.NAME) : read;
      read = weights;
      return weights;
    }
  }

  /** The faces of a picture, surest first. At least one pixel of each is in the picture. */
  List<Detection> detect(RgbImage image) {
    List<Detection> found = detect(image, Crop.whole(image));
    for (int i = 0; i < BORDERS.length && found.isEmpty(); i++) {
      found = detect(image, Crop.bordered(image, BORDERS[i]));
    }
    return found;
  }

  private List<Detection> detect(RgbImage image, Crop canvas) {
    float[][] outputs =
        network.run(
            input ->
                LibraryResize.cornered(
                    image, canvas, new InputPlanes(input, 0, INPUT_SIZE, Normalisation.CENTRED)));
    return priors.faces(outputs[0], outputs[1]).stream()
        .map(face -> new Detection(toImage(face.box(), canvas), face.score()))
        .filter(face -> !Crop.of(face.box(), image).isEmpty())
        .toList();
  }

  private static Box toImage(Box share, Crop canvas) {
    float perShareX = canvas.width() * paddingFactor(canvas.width(), canvas.side());
    float perShareY = canvas.height() * paddingFactor(canvas.height(), canvas.side());
    return new Box(
        share.x() * perShareX + canvas.x(),
        share.y() * perShareY + canvas.y(),
        share.width() * perShareX,
        share.height() * perShareY);
  }

  /** The square's side over one of the picture's, both in whole pixels of the input. */
  private static float paddingFactor(int length, int side) {
    long inInput = Math.round((double) length * INPUT_SIZE / side);
    return (float) INPUT_SIZE / Math.max(1, inInput); // a thread-like picture rounds to nothing
  }
}
