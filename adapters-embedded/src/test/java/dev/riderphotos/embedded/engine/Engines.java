package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.FaceEngines;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.imaging.ImageIoPhotoOpener;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Portrait;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The engines for all tests of the module, and the faces they found in portraits. */
final class Engines {
  private static final PhotoOpener OPENER = new ImageIoPhotoOpener(400L << 20);
  private static final FaceEngines OPENED = new FaceEngines();
  private static final Map<Portrait, DetectedFace> FACES = new ConcurrentHashMap<>();

  /** The model of new collections. */
  static final FaceModel MODEL = FaceModel.of(BaseModel.FACEAPI_2);

  private Engines() {}

  /** The model of a version without a pack. */
  static FaceModel model(ModelVersion version) {
    return FaceModel.of(version.base());
  }

  static FaceEngine of(FaceModel model) {
    return OPENED.of(model);
  }

  static FaceDetector detector() {
    return new EngineFaceDetector(() -> of(MODEL));
  }

  /** The one face of the portrait. */
  static DetectedFace face(Portrait portrait) {
    return FACES.computeIfAbsent(portrait, Engines::detect);
  }

  private static DetectedFace detect(Portrait portrait) {
    return switch (OPENER.open(Photo.of(portrait.jpeg()))) {
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          List<DetectedFace> faces = detector().detect(picture, null);
          yield faces.getFirst();
        }
      }
      case Opened.Unacceptable refused -> throw new AssertionError(refused);
    };
  }
}
