package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.embedded.sqlite.SqliteFaceCounterparts;
import dev.riderphotos.embedded.sqlite.SqliteLiveCollections;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.OutdatedPrintException;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.LiveRiderFacesContract;
import dev.riderphotos.testkit.Photos;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A switch to a collection of another model. */
class EngineLiveRiderFacesTest extends LiveRiderFacesContract {
  private static final CollectionId FIRST = new CollectionId("riders");
  private static final CollectionId NEXT = new CollectionId("next");
  private static final FaceModel OTHER = Engines.model(ModelVersion.FACEAPI_1);

  @RegisterExtension private final Storage storage = new Storage();
  private LoadedCollections loaded;
  private EngineRiderFaces faces;

  @BeforeEach
  void open() {
    loaded =
        new LoadedCollections(
            storage.database(), Instant::now, VectorFiles.of(storage.folder()), Engines::model);
    faces =
        new EngineRiderFaces(
            loaded, live(), counterparts(), Engines.MODEL, new FixedSimilarity(70));
    var _ = loaded.create(NEXT, OTHER.version());
  }

  @Override
  protected RiderFaces faces() {
    return faces;
  }

  @Override
  protected LiveCollections live() {
    return new SqliteLiveCollections(storage.database(), Map.of(Role.RIDERS, FIRST));
  }

  @Override
  protected FaceCounterparts counterparts() {
    return new SqliteFaceCounterparts(storage.database());
  }

  @Override
  protected RegistrationTurn turn() {
    return faces;
  }

  @Override
  protected CollectionId first() {
    return FIRST;
  }

  @Override
  protected CollectionId next() {
    return NEXT;
  }

  @Override
  protected DetectedFace face(Portrait portrait) {
    return Engines.face(model().get(), portrait);
  }

  @Test
  void facesAreDescribedByTheModelOfTheLiveCollection() {
    EngineFaceDetector detector = new EngineFaceDetector(Engines::of, model());
    assertThat(detector.name()).isEqualTo("face detection (engine faceapi-2)");

    live().switchOver(Role.RIDERS, FIRST, NEXT);

    assertThat(detector.name()).isEqualTo("face detection (engine faceapi-1)");
    try (Picture picture = Photos.picture(Portrait.of(Person.ADA))) {
      FacePrint print = detector.detect(picture, null).getFirst().print();
      assertThat(faces.search(print, 0, 10)).isEmpty();
    }
  }

  @Test
  void aPrintFromBeforeTheSwitchIsOutdated() {
    FacePrint before = face(Portrait.of(Person.ADA)).print();
    live().switchOver(Role.RIDERS, FIRST, NEXT);

    assertThatExceptionOfType(OutdatedPrintException.class)
        .isThrownBy(() -> faces.search(before, 70, 10));
  }

  private LiveModel model() {
    return new LiveModel(loaded, live(), Engines.MODEL);
  }
}
