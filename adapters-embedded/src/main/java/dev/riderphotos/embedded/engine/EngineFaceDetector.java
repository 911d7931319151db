package dev.riderphotos.embedded.engine;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.engine.Face;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Faces as our own engine finds them. */
public final class EngineFaceDetector implements FaceDetector, HealthChecked {
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
    return EngineFaces.find(opened, picture).stream()
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
    return new DetectedFace(
        EngineFaces.detail(face, picture), EnginePrint.of(engine.version(), face.descriptor()));
  }
}
