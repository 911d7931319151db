package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import java.io.IOException;
import java.util.List;

/** The way from a picture to the faces in it: detect, find landmarks, measure, describe. */
final class FaceAnalysis {
  /** So many of a picture's pixels, along a side, for one of the chip's: more tell no more. */
  private static final double ENOUGH = 1.5;

  /** How much of a larger picture is looked at: so many times a face's box, along a side. */
  private static final float SURROUNDINGS = 3;

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
    this.detector =
        switch (base) {
          case FACEAPI_1 -> FaceDetector.ofLibrary(networks);
          case FACEAPI_2 -> FaceDetector.load(networks, precision);
        };
    this.landmarks = LandmarkFinder.load(networks);
    this.describer = Describer.load(model, networks);
    this.signals = SignalNetworks.load(model, networks);
  }

  List<Face> faces(RgbImage image, double limit, Enlarging enlarging) {
    List<Sighting> seen =
        detector.detect(image, limit).stream().map(it -> sighting(image, it)).toList();
    double times = seen.stream().mapToDouble(this::timesTooSmall).max().orElse(1);
    try (Enlarged larger = times > 1 ? enlarging.times(times).orElse(null) : null) {
      return seen.stream()
          .map(it -> larger != null && timesTooSmall(it) > 1 ? face(it, larger) : face(it))
          .toList();
    }
  }

  /** A face whose landmarks are known. */
  private record Sighting(RgbImage image, Detection detection, Crop crop, Landmarks points) {}

  private Sighting sighting(RgbImage image, Detection detection) {
    Crop crop = Crop.of(detection.box(), image);
    return new Sighting(image, detection, crop, landmarks(image, detection.box(), crop));
  }

  /** How many times larger the picture should be for this face; the library never asks. */
  private double timesTooSmall(Sighting seen) {
    return base == BaseModel.FACEAPI_1 ? 1 : ENOUGH / AlignedFace.scale(seen.points());
  }

  private Face face(Sighting seen, Enlarged larger) {
    Box box = seen.detection().box();
    Closeup near = larger.part(around(box, seen.image()));
    Detection detection = new Detection(near.into(box), seen.detection().score());
    Face face = face(sighting(near.image(), detection));
    return face.at(
        box.within(seen.image().width(), seen.image().height()), near.back(face.landmarks()));
  }

  private static Box around(Box box, RgbImage image) {
    float more = (SURROUNDINGS - 1) / 2;
    return new Box(
            box.x() - more * box.width(),
            box.y() - more * box.height(),
            SURROUNDINGS * box.width(),
            SURROUNDINGS * box.height())
        .within(image.width(), image.height());
  }

  private Face face(Sighting seen) {
    RgbImage image = seen.image();
    Box box = seen.detection().box();
    AlignedFace aligned = AlignedFace.of(image, seen.crop(), seen.points());
    return new Face(
        box.within(image.width(), image.height()),
        seen.detection().score(),
        seen.points(),
        SunglassesRule.judge(image, seen.points()),
        HeadModel.pose(seen.points()),
        Quality.brightness(image, seen.crop()),
        Quality.sharpness(aligned.chip()),
        describer.describe(aligned),
        signals.look(image, box, seen.points()));
  }

  private Landmarks landmarks(RgbImage image, Box box, Crop crop) {
    Landmarks first = landmarks.find(image, crop, origin.of(box, crop));
    return switch (base) {
      case FACEAPI_1 -> first;
      case FACEAPI_2 -> landmarks.refine(image, first);
    };
  }
}
