package dev.riderphotos.faces;

import static dev.riderphotos.faces.internal.network.FaceLandmark68.INPUT_SIZE;

import dev.riderphotos.faces.internal.network.FaceLandmark68;
import dev.riderphotos.faces.internal.network.Network;
import dev.riderphotos.faces.internal.network.Networks;
import dev.riderphotos.faces.internal.network.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds the 68 landmarks of a face with face-api's network. */
final class LandmarkFinder {
  /** How much larger than the landmarks' box the square of the second pass is. */
  private static final float MARGIN = 1.2f;

  private final Network network;

  private LandmarkFinder(Network network) {
    this.network = network;
  }

  static LandmarkFinder load(Networks networks) throws IOException {
    Weights weights = networks.weights(FaceLandmark68.NAME);
    return new LandmarkFinder(
        networks.load(FaceLandmark68.graph(weights), 1, 3, INPUT_SIZE, INPUT_SIZE));
  }

  /**
   * The library's pass over a detector's box.
   *
   * @param crop a part of the picture
   * @param origin where the crop's corner lies
   */
  Landmarks find(RgbImage image, Crop crop, Point origin) {
    float[] shares = run(planes -> LibraryResize.centred(image, crop, planes));
    float side = crop.side();
    float left = origin.x() - (side - crop.width()) / 2;
    float top = origin.y() - (side - crop.height()) / 2;
    return landmarks(shares, left, top, side);
  }

  /** A second pass over what the first one found: more exact, for the face is centred. */
  Landmarks refine(RgbImage image, Landmarks first) {
    Box bounds = first.bounds();
    float side = MARGIN * Math.max(bounds.width(), bounds.height());
    Point centre = new Point(bounds.x() + bounds.width() / 2, bounds.y() + bounds.height() / 2);
    Similarity square = Similarity.upright(INPUT_SIZE, centre, side);
    float[] shares = run(AreaSampler.sample(image, square, INPUT_SIZE)::copyTo);
    return landmarks(shares, centre.x() - side / 2, centre.y() - side / 2, side);
  }

  private float[] run(Consumer<InputPlanes> fill) {
    return network
        .run(input -> fill.accept(new InputPlanes(input, 0, INPUT_SIZE, Normalisation.MEAN_FACE)))[
        0];
  }

  private static Landmarks landmarks(float[] shares, float left, float top, float side) {
    List<Point> points = new ArrayList<>(Landmarks.COUNT);
    for (int i = 0; i < shares.length; i += 2) {
      points.add(new Point(left + shares[i] * side, top + shares[i + 1] * side));
    }
    return new Landmarks(points);
  }
}
