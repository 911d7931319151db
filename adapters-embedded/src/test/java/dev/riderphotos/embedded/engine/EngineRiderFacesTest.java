package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.DuplicateRule.FalseAlarms;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.InMemoryFaceCounterparts;
import dev.riderphotos.testkit.InMemoryLiveCollections;
import dev.riderphotos.testkit.RiderFacesContract;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EngineRiderFacesTest extends RiderFacesContract {
  @RegisterExtension private final Storage storage = new Storage();
  private @Nullable RiderFaces collection;

  @Override
  protected synchronized RiderFaces collection() {
    if (collection == null) {
      collection = open(ModelVersion.DEFAULT, new FixedSimilarity(70));
    }
    return collection;
  }

  @Override
  protected DetectedFace face(Portrait portrait) {
    return Engines.face(portrait);
  }

  @Override
  protected FacePrint printOfAnotherModel() {
    return new FacePrint("faceapi-1:AAAA");
  }

  @Test
  void remembersFacesOverARestart() throws IOException {
    Registration _ = collection().register(ada("1"));
    storage.reopen();
    RiderFaces reopened = open(ModelVersion.DEFAULT, new FixedSimilarity(70));
    assertThat(reopened.search(ada("2").face().print(), 70, 3)).hasSize(1);
    assertThat(reopened.register(ada("2"))).isInstanceOf(Registration.Duplicate.class);
  }

  @Test
  void staysWithTheModelItWasMadeWith() {
    Registration _ = collection().register(ada("1"));
    RiderFaces other = open(ModelVersion.FACEAPI_1, new FixedSimilarity(70));

    assertThat(other.size()).isOne();
    assertThat(other.register(ada("2"))).isInstanceOf(Registration.Duplicate.class);
  }

  @Test
  void aLookalikeWithinTheRateOfFalseAlarmsIsShownButNotBarred() {
    RiderFaces strict = open(ModelVersion.DEFAULT, new FalseAlarms(1e-9));
    Registration _ = strict.register(ada("1"));
    NewFace again = ada("2");
    assertThat(strict.search(again.face().print(), 70, 3))
        .singleElement()
        .satisfies(match -> assertThat(match.duplicate()).isEqualTo(match.similarity() > 99));
  }

  @Test
  void saysWhichOtherFaceIsNearEnoughToBeLookedAt() {
    RiderFaces lenient =
        new EngineRiderFaces(
            new LoadedCollections(
                storage.database(), Instant::now, VectorFiles.of(storage.folder()), Engines::model),
            new InMemoryLiveCollections(Map.of(Role.RIDERS, new CollectionId("near"))),
            new InMemoryFaceCounterparts(),
            Engines.MODEL,
            new FixedSimilarity(100),
            new FalseAlarms(0.05));
    Registration first = lenient.register(ada("1"));
    NewFace sister =
        new NewFace(new ImageId("9"), ExternalImageId.of("sister"), ada("2").face(), false);

    Registration second = lenient.register(sister);

    assertThat(first)
        .isInstanceOfSatisfying(
            Registration.Registered.class,
            registered -> {
              assertThat(registered.nearest()).isNull();
              assertThat(second)
                  .isInstanceOfSatisfying(
                      Registration.Registered.class,
                      later ->
                          assertThat(later.nearest())
                              .isNotNull()
                              .extracting(FaceMatch::face)
                              .isEqualTo(registered.face()));
            });
    assertThat(lenient.register(sister)).as("also the second time").isEqualTo(second);
  }

  private NewFace ada(String image) {
    Portrait portrait = Portrait.of(Person.ADA).take(Integer.parseInt(image));
    return new NewFace(new ImageId(image), ExternalImageId.of("ada"), face(portrait), false);
  }

  private RiderFaces open(ModelVersion version, DuplicateRule rule) {
    return Engines.riders(
        new LoadedCollections(
            storage.database(), Instant::now, VectorFiles.of(storage.folder()), Engines::model),
        new CollectionId("riders"),
        Engines.model(version),
        rule);
  }
}
