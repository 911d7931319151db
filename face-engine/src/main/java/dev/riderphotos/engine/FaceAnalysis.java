package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import java.io.IOException;
import java.util.List;

/** The way from a picture to the faces in it: detect, find landmarks, measure, describe. */
final class FaceAnalysis {
  private final BaseModel base;
  private final LandmarkOrigin origin;
  private final FaceDetector detector;
  private final LandmarkFinder landmarks;
  private final Describer describer;
  private final SignalNetworks signals;

  /** The networks are loaded one after the other, so that only one's weights are held twice. */
  FaceAnalysis(
      FaceModel model, LandmarkOrigin origin, DetectorPrecision precision, Networks networks)
      throws IOException {
    this.base = model.version().base();
    this.origin = origin;
    this.detector = FaceDetector.load(networks, precision);
    this.landmarks = LandmarkFinder.load(networks);
    this.describer = Describer.load(model, networks);
    this.signals = SignalNetworks.load(model, networks);
  }

  List<Face> faces(RgbImage image, double limit) {
    return detector.detect(image, limit).stream().map(detection -> face(image, detection)).toList();
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
        describer.describe(aligned),
        signals.look(image, detection.box(), points));
  }

  private Landmarks landmarks(RgbImage image, Box box, Crop crop) {
    Landmarks first = landmarks.find(image, crop, origin.of(box, crop));
    return switch (base) {
      case FACEAPI_1 -> first;
      case FACEAPI_2 -> landmarks.refine(image, first);
    };
  }
}
