package dev.riderphotos.embedded.engine;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.engine.Face;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Faces as our own engine finds them. */
public final class EngineFaceDetector implements FaceDetector, HealthChecked {
  private final Function<FaceModel, FaceEngine> engines;
  private final Supplier<FaceModel> model;

  /**
   * Makes a detector.
   *
   * @param engines opened when they are first needed, and closed by whom they belong to
   * @param model by which faces are described, asked for each picture
   */
  public EngineFaceDetector(Function<FaceModel, FaceEngine> engines, Supplier<FaceModel> model) {
    this.engines = engines;
    this.model = model;
  }

  @Override
  public int enough() {
    return FaceEngine.enough(model.get());
  }

  @Override
  public List<DetectedFace> detect(Picture picture, @Nullable PhotoRef stored) {
    return detect(picture, stored, 0);
  }

  @Override
  public List<DetectedFace> detect(
      Picture picture, @Nullable PhotoRef stored, double leastConfidence) {
    FaceEngine opened = engines.apply(model.get());
    return EngineFaces.find(opened, picture, leastConfidence).stream()
        .map(face -> detected(opened, face, picture))
        .toList();
  }

  @Override
  public String name() {
    try {
      return "face detection (engine %s)".formatted(model.get().version());
    } catch (BackendException _) {
      return "face detection (engine)"; // the check says why
    }
  }

  /** Waits for an engine that is being opened. */
  @Override
  public void check() {
    try {
      FaceEngine _ = engines.apply(model.get());
    } catch (BackendException told) {
      throw told;
    } catch (RuntimeException unusable) {
      throw new BackendException("open the face engine", false, unusable);
    }
  }

  private static DetectedFace detected(FaceEngine engine, Face face, Picture picture) {
    return new DetectedFace(
        EngineFaces.detail(face, picture), EnginePrint.of(engine.version(), face.descriptor()));
  }
}
