package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.RiderFacesContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The riders' collection keeps the contract whatever model it is of. */
class PackRiderFacesTest extends RiderFacesContract {
  @TempDir private static Path packs;
  private static FaceModel model = Engines.MODEL;

  @RegisterExtension private final Storage storage = new Storage();
  private @Nullable RiderFaces collection;

  @BeforeAll
  static void add() throws IOException {
    model = Engines.pack(packs);
  }

  @Override
  protected synchronized RiderFaces collection() {
    if (collection == null) {
      collection =
          Engines.riders(
              new LoadedCollections(
                  storage.database(), Instant::now, VectorFiles.of(storage.folder()), _ -> model),
              new CollectionId("riders"),
              model,
              new FixedSimilarity(70));
    }
    return collection;
  }

  @Override
  protected DetectedFace face(Portrait portrait) {
    return Engines.face(model, portrait);
  }

  @Override
  protected FacePrint printOfAnotherModel() {
    return new FacePrint("faceapi-2:AAAA");
  }

  /** Its name begins alike. */
  @Test
  void thePrintsOfItsBaseModelAreNotItsOwn() {
    FacePrint print = Engines.face(Portrait.of(Person.ADA)).print();
    assertThatIllegalArgumentException().isThrownBy(() -> collection().search(print, 0, 10));
  }
}
