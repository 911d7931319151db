package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Network;
import dev.riderphotos.engine.internal.network.Networks;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
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

  private final Eye eye;
  private final @Nullable Eye exact;
  private final PriorBoxes priors;
  private final Function<Framing, InputArea> enough;

  private FaceDetector(
      Eye eye, @Nullable Eye exact, PriorBoxes priors, Function<Framing, InputArea> enough) {
    this.eye = eye;
    this.exact = exact;
    this.priors = priors;
    this.enough = enough;
  }

  /** With 8 bits, the network of floats is loaded when the first picture needs it. */
  static FaceDetector load(Networks networks, DetectorPrecision precision) throws IOException {
    DetectorNetworks detector = new DetectorNetworks(networks);
    return switch (precision) {
      case FLOAT -> ofFloats(detector, Framing::area);
      case INT8 -> ofBytes(detector);
    };
  }

  /** As the library does it: in floats, and always with the whole square. */
  static FaceDetector ofLibrary(Networks networks) throws IOException {
    return ofFloats(new DetectorNetworks(networks), _ -> InputArea.WHOLE);
  }

  private static FaceDetector ofFloats(
      DetectorNetworks detector, Function<Framing, InputArea> enough) throws IOException {
    PriorBoxes priors = new PriorBoxes(detector.priors());
    return new FaceDetector(Eye.ofFloats(detector.ofFloats()), null, priors, enough);
  }

  private static FaceDetector ofBytes(DetectorNetworks detector) throws IOException {
    PriorBoxes priors = new PriorBoxes(detector.priors());
    Eye quick = Eye.ofBytes(detector.ofBytes());
    detector.forgetWeights();
    Eye exact =
        (image, canvas, area) -> Eye.ofFloats(detector.ofFloatsLater()).look(image, canvas, area);
    return new FaceDetector(quick, exact, priors, Framing::area);
  }

  /** A network and the way to its input. */
  private interface Eye {
    /** What the network says of an area of its input. */
    float[][] look(RgbImage image, Crop canvas, InputArea area);

    static Eye ofFloats(Network network) {
      return (image, canvas, area) ->
          network.run(
              input ->
                  LibraryResize.cornered(
                      image, canvas, new InputPlanes(input, area, Normalisation.CENTRED)),
              DetectorNetworks.planes(area));
    }

    static Eye ofBytes(Network network) {
      return (image, canvas, area) ->
          network.runOfBytes(
              input -> LibraryResize.cornered(image, canvas, new InputPixels(input, area)),
              DetectorNetworks.pixels(area));
    }
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
    Framing framing = Framing.of(canvas);
    return PriorBoxes.faces(proposals(image, framing, limit)).stream()
        .map(face -> new Detection(framing.toImage(face.box()), face.score()))
        .filter(face -> !Crop.of(face.box(), image).isEmpty())
        .toList();
  }

  private List<Detection> proposals(RgbImage image, Framing framing, double limit) {
    InputArea area = enough.apply(framing);
    List<Detection> seen = look(eye, image, framing, area);
    if (framing.leavesDoubt(seen, area)) {
      area = InputArea.WHOLE;
      seen = look(eye, image, framing, area);
    }
    if (exact != null && new Doubts(PriorBoxes.MOST_OVERLAP, limit).about(seen)) {
      return look(exact, image, framing, area);
    }
    return seen;
  }

  private List<Detection> look(Eye eye, RgbImage image, Framing framing, InputArea area) {
    float[][] outputs = eye.look(image, framing.canvas(), area);
    return priors.of(area).proposals(outputs[0], outputs[1]);
  }
}
