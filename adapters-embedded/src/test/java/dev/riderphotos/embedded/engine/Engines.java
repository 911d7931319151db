package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.ModelVersion;
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
  private static final Map<ModelVersion, FaceEngine> OPENED = new ConcurrentHashMap<>();
  private static final Map<Portrait, DetectedFace> FACES = new ConcurrentHashMap<>();

  private Engines() {}

  static FaceEngine of(ModelVersion version) {
    return OPENED.computeIfAbsent(version, FaceEngine::open);
  }

  static FaceDetector detector() {
    return new EngineFaceDetector(() -> of(ModelVersion.DEFAULT));
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
