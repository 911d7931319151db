package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Networks;
import java.io.IOException;
import java.util.List;

/** The way from a picture to the faces in it: detect, find landmarks, measure, describe. */
final class FaceAnalysis {
  private final ModelVersion version;
  private final LandmarkOrigin origin;
  private final FaceDetector detector;
  private final LandmarkFinder landmarks;
  private final Describer describer;

  /** The networks are loaded one after the other, so that only one's weights are held twice. */
  FaceAnalysis(ModelVersion version, LandmarkOrigin origin, Networks networks) throws IOException {
    this.version = version;
    this.origin = origin;
    this.detector = FaceDetector.load(networks);
    this.landmarks = LandmarkFinder.load(networks);
    this.describer = Describer.load(version, networks);
  }

  List<Face> faces(RgbImage image) {
    return detector.detect(image).stream().map(detection -> face(image, detection)).toList();
  }

  private Face face(RgbImage image, Detection detection) {
    Crop crop = Crop.of(detection.box(), image);
    Landmarks points = landmarks(image, detection.box(), crop);
    AlignedFace aligned = AlignedFace.of(image, crop, points);
    return new Face(
        detection.box().within(image.width(), image.height()),
        detection.score(),
        points,
        SunglassesRule.judge(image, points),
        HeadModel.pose(points),
        Quality.brightness(image, crop),
        Quality.sharpness(aligned.chip()),
        describer.describe(aligned));
  }

  private Landmarks landmarks(RgbImage image, Box box, Crop crop) {
    Landmarks first = landmarks.find(image, crop, origin.of(box, crop));
    return switch (version) {
      case FACEAPI_1 -> first;
      case FACEAPI_2 -> landmarks.refine(image, first);
    };
  }
}
