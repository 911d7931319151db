package dev.riderphotos.engine;

import static dev.riderphotos.engine.internal.network.FaceLandmark68.INPUT_SIZE;

import dev.riderphotos.engine.internal.network.FaceLandmark68;
import dev.riderphotos.engine.internal.network.Network;
import dev.riderphotos.engine.internal.network.Networks;
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
    return new LandmarkFinder(
        networks.load(
            FaceLandmark68.NAME,
            () -> FaceLandmark68.graph(networks.weights(FaceLandmark68.NAME)),
            1,
            3,
            INPUT_SIZE,
            INPUT_SIZE));
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
    float side = Math.max(1, MARGIN * Math.max(bounds.width(), bounds.height()));
    float left = bounds.x() + (bounds.width() - side) / 2;
    float top = bounds.y() + (bounds.height() - side) / 2;
    Patch patch = AreaSampler.sample(image, cornered(left, top, side), INPUT_SIZE);
    return landmarks(run(patch::copyTo), left, top, side);
  }

  /**
   * The network learned from pictures that were resized by their pixels' corners ({@link
   * LibraryResize}): half a step off from where the centres would be.
   */
  private static Similarity cornered(float left, float top, float side) {
    double scale = (double) side / INPUT_SIZE;
    double halfStep = (1 - scale) / 2;
    return new Similarity(scale, 0, left + halfStep, top + halfStep);
  }

  private float[] run(Consumer<InputPlanes> fill) {
    float[][] outputs =
        network.run(
            input -> fill.accept(new InputPlanes(input, 0, INPUT_SIZE, Normalisation.MEAN_FACE)));
    return outputs[0];
  }

  private static Landmarks landmarks(float[] shares, float left, float top, float side) {
    List<Point> points = new ArrayList<>(Landmarks.COUNT);
    for (int i = 0; i < shares.length; i += 2) {
      points.add(new Point(left + shares[i] * side, top + shares[i + 1] * side));
    }
    return new Landmarks(points);
  }
}
