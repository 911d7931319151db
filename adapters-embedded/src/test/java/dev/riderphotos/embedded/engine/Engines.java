package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.FaceEngines;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.engine.testkit.TestPack;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.Role;
import dev.riderphotos.imaging.ImageIoPhotoOpener;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.InMemoryFaceCounterparts;
import dev.riderphotos.testkit.InMemoryLiveCollections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The engines for all tests of the module, and the faces they found in portraits. */
final class Engines {
  private static final PhotoOpener OPENER = new ImageIoPhotoOpener(400L << 20);
  private static final FaceEngines OPENED = new FaceEngines();
  private static final Map<Seen, DetectedFace> FACES = new ConcurrentHashMap<>();

  /** The model of new collections. */
  static final FaceModel MODEL = FaceModel.of(BaseModel.FACEAPI_2);

  private Engines() {}

  /** A model that a pack of its own makes, which is written into the folder. */
  static FaceModel pack(Path folder) throws IOException {
    return ModelPack.read(TestPack.good().write(folder)).model();
  }

  /** The model of a version without a pack. */
  static FaceModel model(ModelVersion version) {
    return FaceModel.of(version.base());
  }

  static FaceEngine of(FaceModel model) {
    return OPENED.of(model);
  }

  static FaceDetector detector() {
    return new EngineFaceDetector(Engines::of, () -> MODEL);
  }

  /** The riders' collection, which is the only one. */
  static EngineRiderFaces riders(
      LoadedCollections loaded, CollectionId id, FaceModel model, DuplicateRule rule) {
    return new EngineRiderFaces(
        loaded,
        new InMemoryLiveCollections(Map.of(Role.RIDERS, id)),
        new InMemoryFaceCounterparts(),
        model,
        rule);
  }

  /** The one face of the portrait. */
  static DetectedFace face(Portrait portrait) {
    return face(MODEL, portrait);
  }

  /** The one face of the portrait, as this model describes it. */
  static DetectedFace face(FaceModel model, Portrait portrait) {
    return FACES.computeIfAbsent(new Seen(model, portrait), Engines::detect);
  }

  private record Seen(FaceModel model, Portrait portrait) {}

  private static DetectedFace detect(Seen seen) {
    return switch (OPENER.open(Photo.of(seen.portrait().jpeg()))) {
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          List<DetectedFace> faces =
              new EngineFaceDetector(Engines::of, seen::model).detect(picture, null);
          yield faces.getFirst();
        }
      }
      case Opened.Unacceptable refused -> throw new AssertionError(refused);
    };
  }
}
