package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.Box;
import dev.riderphotos.engine.Face;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.Landmarks;
import dev.riderphotos.engine.Point;
import dev.riderphotos.engine.RgbImage;
import dev.riderphotos.engine.Signals;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceSignals;
import dev.riderphotos.face.Pose;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.photo.Picture;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine's faces, and what we say of them outside: fractions and Rekognition's units. */
final class EngineFaces {
  /** More faces of one picture are not looked at, as on Rekognition. */
  private static final int MOST = 100;

  private EngineFaces() {}

  /** Finds the faces of a picture, the largest first, and no more than {@link #MOST}. */
  static List<Face> find(FaceEngine engine, Picture picture) {
    return find(engine, picture, 0);
  }

  /** The same, for a caller who leaves out faces of less than a confidence. */
  static List<Face> find(FaceEngine engine, Picture picture, double leastConfidence) {
    RgbImage image = RgbImage.ofBgr(picture.width(), picture.height(), picture.bgr());
    return engine.analyse(image, score(leastConfidence), new CloserLook(picture)).stream()
        .sorted(Comparator.comparingDouble((Face face) -> face.box().area()).reversed())
        .limit(MOST)
        .toList();
  }

  /** Those good enough, the largest first. */
  static List<Face> find(FaceEngine engine, Picture picture, QualityFilter filter) {
    QualityBar bar = QualityBar.of(filter);
    return find(engine, picture, bar.confidence()).stream()
        .filter(face -> bar.reasonsAgainst(detail(face, picture), picture).isEmpty())
        .toList();
  }

  static FaceDetail detail(Face face, Picture picture) {
    return new FaceDetail(
        fractions(face.box(), picture),
        confidence(face.score()),
        face.sunglasses().worn(),
        new Pose(face.pose().yaw(), face.pose().pitch(), face.pose().roll()),
        face.brightness(),
        face.sharpness(),
        picture.reduction() * eyeDistance(face.landmarks()),
        signals(face.signals()));
  }

  static SeenFace seen(Face face, Picture picture) {
    return new SeenFace(
        detail(face, picture),
        EngineLandmarks.of(face.landmarks(), picture),
        50 + 50 * face.sunglasses().clearness());
  }

  private static @Nullable FaceSignals signals(@Nullable Signals seen) {
    return seen == null
        ? null
        : new FaceSignals(suspicion(seen.photoOfPhoto()), suspicion(seen.eyesClosed()));
  }

  /** The engine says how much speaks against it. */
  private static FaceSignals.@Nullable Signal suspicion(Signals.@Nullable Signal seen) {
    return seen == null
        ? null
        : new FaceSignals.Signal(Math.clamp(100 * (1 - seen.score()), 0, 100), seen.raised());
  }

  private static double eyeDistance(Landmarks points) {
    Point left = points.leftEye();
    Point right = points.rightEye();
    return Math.hypot(left.x() - right.x(), left.y() - right.y());
  }

  private static BoundingBox fractions(Box box, Picture picture) {
    return new BoundingBox(
        (double) box.x() / picture.width(),
        (double) box.y() / picture.height(),
        (double) box.width() / picture.width(),
        (double) box.height() / picture.height());
  }

  /** The engine's score of 0.5 to 1 as Rekognition's confidence: 80 to 100. */
  private static double confidence(double score) {
    return 60 + 40 * score;
  }

  private static double score(double confidence) {
    return (confidence - 60) / 40;
  }
}
