package dev.riderphotos.engine;

import dev.riderphotos.engine.model.PackNetwork;
import java.util.List;

/** Lays a face into the input of a pack's network. */
final class FaceAlignment {
  /**
   * Where ArcFace's networks expect the eyes, the tip of the nose and the corners of the mouth in
   * 112 × 112 pixels (<a href="https://github.com/deepinsight/insightface">InsightFace</a>).
   */
  private static final List<Point> ARCFACE =
      List.of(
          new Point(38.2946f, 51.6963f),
          new Point(73.5318f, 51.5014f),
          new Point(56.0252f, 71.7366f),
          new Point(41.5493f, 92.3655f),
          new Point(70.7299f, 92.2041f));

  private static final double ARCFACE_SIZE = 112;
  private static final int NOSE_TIP = 30;
  private static final int MOUTH_LEFT = 48;
  private static final int MOUTH_RIGHT = 54;

  private FaceAlignment() {}

  static Patch lay(PackNetwork network, AlignedFace face) {
    int size = network.input().size();
    Similarity toImage =
        switch (network.alignment()) {
          case ARCFACE_112 -> arcFace(face.landmarks()).fromLarger(size / ARCFACE_SIZE);
          case DLIB_150 -> face.toImage().fromLarger(size / (double) AlignedFace.CHIP_SIZE);
        };
    return AreaSampler.sampleInterpolated(face.image(), toImage, size);
  }

  /** Maps the 112 × 112 pixels to the picture: the least squares are those in the 112. */
  private static Similarity arcFace(Landmarks face) {
    List<Point> points =
        List.of(
            face.leftEye(),
            face.rightEye(),
            face.point(NOSE_TIP),
            face.point(MOUTH_LEFT),
            face.point(MOUTH_RIGHT));
    return Similarity.leastSquares(points, ARCFACE).inverse();
  }
}
