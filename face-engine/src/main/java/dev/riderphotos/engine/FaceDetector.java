package dev.riderphotos.engine;

import static dev.riderphotos.engine.internal.network.SsdMobilenetV1.INPUT_SIZE;

import dev.riderphotos.engine.internal.network.Network;
import dev.riderphotos.engine.internal.network.Networks;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds faces with face-api's SSD. It does not see a face that fills the picture, so a picture
 * without any is tried again with an ever wider border around it.
 */
final class FaceDetector {
  /** Each border is a share of the picture's longer side. */
  private static final double[] BORDERS = {0.4, 0.7, 1.5};

  /** Decides nothing, as a score. */
  static final double NO_LIMIT = 0;

  private final Supplier<Network> exact;
  private final @Nullable Network quick;
  private final PriorBoxes priors;

  private FaceDetector(Supplier<Network> exact, @Nullable Network quick, PriorBoxes priors) {
    this.exact = exact;
    this.quick = quick;
    this.priors = priors;
  }

  /** With 8 bits, the network of floats is loaded when the first picture needs it. */
  static FaceDetector load(Networks networks, DetectorPrecision precision) throws IOException {
    DetectorNetworks detector = new DetectorNetworks(networks);
    PriorBoxes priors = new PriorBoxes(detector.priors());
    return switch (precision) {
      case FLOAT -> {
        Network loaded = detector.ofFloats();
        yield new FaceDetector(() -> loaded, null, priors);
      }
      case INT8 -> {
        Network quick = detector.ofBytes();
        detector.forgetWeights();
        yield new FaceDetector(detector::ofFloatsLater, quick, priors);
      }
    };
  }

  /**
   * The faces of a picture, surest first. At least one pixel of each is in the picture.
   *
   * @param limit a score that decides something for the caller, or {@link #NO_LIMIT}
   */
  List<Detection> detect(RgbImage image, double limit) {
    List<Detection> found = detect(image, Crop.whole(image), limit);
    for (int i = 0; i < BORDERS.length && found.isEmpty(); i++) {
      found = detect(image, Crop.bordered(image, BORDERS[i]), limit);
    }
    return found;
  }

  private List<Detection> detect(RgbImage image, Crop canvas, double limit) {
    float[][] outputs = look(image, canvas, limit);
    return priors.faces(outputs[0], outputs[1]).stream()
        .map(face -> new Detection(toImage(face.box(), canvas), face.score()))
        .filter(face -> !Crop.of(face.box(), image).isEmpty())
        .toList();
  }

  private float[][] look(RgbImage image, Crop canvas, double limit) {
    if (quick != null) {
      float[][] outputs = lookQuickly(quick, image, canvas);
      List<Detection> candidates = priors.proposals(outputs[0], outputs[1], Doubts.LEAST_SCORE);
      if (!new Doubts(PriorBoxes.MOST_OVERLAP, limit).about(candidates)) {
        return outputs;
      }
    }
    return lookExactly(exact.get(), image, canvas);
  }

  private static float[][] lookQuickly(Network quick, RgbImage image, Crop canvas) {
    return quick.runOfBytes(
        input -> LibraryResize.cornered(image, canvas, new InputPixels(input, INPUT_SIZE)));
  }

  private static float[][] lookExactly(Network exact, RgbImage image, Crop canvas) {
    return exact.run(
        input ->
            LibraryResize.cornered(
                image, canvas, new InputPlanes(input, 0, INPUT_SIZE, Normalisation.CENTRED)));
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
