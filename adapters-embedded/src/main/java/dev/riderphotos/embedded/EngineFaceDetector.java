package dev.riderphotos.embedded;

import dev.riderphotos.Backend;
import dev.riderphotos.BackendException;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.Pose;
import dev.riderphotos.faces.Box;
import dev.riderphotos.faces.Face;
import dev.riderphotos.faces.FaceEngine;
import dev.riderphotos.faces.RgbImage;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Faces as our own engine finds them. */
public final class EngineFaceDetector implements FaceDetector, Backend {
  private final Supplier<FaceEngine> engine;

  /**
   * Makes a detector.
   *
   * @param engine opened when it is first needed, and closed by whom it belongs to
   */
  public EngineFaceDetector(Supplier<FaceEngine> engine) {
    this.engine = engine;
  }

  @Override
  public List<DetectedFace> detect(Picture picture, @Nullable PhotoRef stored) {
    FaceEngine opened = engine.get();
    RgbImage image = RgbImage.ofBgr(picture.width(), picture.height(), picture.bgr());
    return opened.analyse(image).stream()
        .sorted(Comparator.comparingDouble((Face face) -> face.box().area()).reversed())
        .map(face -> detected(opened, face, picture))
        .toList();
  }

  @Override
  public String name() {
    return "face detection (engine)";
  }

  /** Waits for an engine that is being opened. */
  @Override
  public void check() {
    try {
      FaceEngine _ = engine.get();
    } catch (RuntimeException unusable) {
      throw new BackendException("open the face engine", false, unusable);
    }
  }

  private static DetectedFace detected(FaceEngine engine, Face face, Picture picture) {
    FaceDetail detail =
        new FaceDetail(
            fractions(face.box(), picture),
            confidence(face.score()),
            face.sunglasses().worn(),
            new Pose(face.pose().yaw(), face.pose().pitch(), face.pose().roll()),
            face.brightness(),
            face.sharpness());
    return new DetectedFace(detail, EnginePrint.of(engine.version(), face.descriptor()));
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
}
