package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.riderphotos.embedded.sqlite.SqliteFaceCounterparts;
import dev.riderphotos.embedded.sqlite.SqliteLiveCollections;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.FacesChanged;
import dev.riderphotos.face.CollectionUsers.User;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.CollectionUsers.UserSearch;
import dev.riderphotos.face.CollectionUsers.UserStatus;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceCollections.Summary;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RequestToken;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.face.UserChange;
import dev.riderphotos.face.UserChange.Done;
import dev.riderphotos.face.UserChange.Refusal;
import dev.riderphotos.face.UserChange.Refused;
import dev.riderphotos.face.UserId;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.CollectionUsersContract;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EngineCollectionUsersTest extends CollectionUsersContract {
  private static final CollectionId RIDERS = new CollectionId("riders");
  private static final UserId ADA = new UserId("ada");
  private static final RequestToken TOKEN = new RequestToken("token");

  @RegisterExtension private final Storage storage = new Storage();
  private final SettableClock clock = new SettableClock();
  private @Nullable LoadedCollections loaded;

  @Override
  protected CollectionUsers users() {
    return new EngineCollectionUsers(loaded(), Engines::of);
  }

  @Override
  protected FaceCollections collections() {
    return new EngineFaceCollections(loaded(), Engines::of, Engines.MODEL);
  }

  @Test
  void remembersUsersTheirFacesAndTokensOverARestart() throws IOException {
    FaceId face = index(Portrait.of(Person.ADA));
    FaceId later = index(Portrait.of(Person.ADA).take(1));
    UserFaces faces = new UserFaces(ADA, List.of(face));
    assertThat(users().create(RIDERS, ADA, TOKEN)).isEqualTo(new Done<>(ADA));
    UserChange<FacesChanged> associated = users().associate(RIDERS, faces, 75, TOKEN);
    UserSearch found = users().search(RIDERS, later, new Matching(80, 10)).orElseThrow();
    assertThat(found.matches()).hasSize(1);

    storage.reopen();
    loaded = null;

    assertThat(users().search(RIDERS, later, new Matching(80, 10))).contains(found);
    assertThat(users().create(RIDERS, ADA, TOKEN)).isEqualTo(new Done<>(ADA));
    assertThat(users().associate(RIDERS, faces, 75, TOKEN)).isEqualTo(associated);
  }

  @Test
  void aTokenIsKnownForADay() {
    assertThat(collections().create(RIDERS)).isPresent();
    assertThat(users().create(RIDERS, ADA, TOKEN)).isEqualTo(new Done<>(ADA));

    clock.goOn(CollectionUsers.TOKENS_KEPT.minusNanos(1));
    assertThat(users().create(RIDERS, ADA, TOKEN)).isEqualTo(new Done<>(ADA));

    clock.goOn(Duration.ofNanos(1));
    assertThat(users().create(RIDERS, ADA, TOKEN)).isEqualTo(new Refused<>(Refusal.USER_EXISTS));
    UserId boris = new UserId("boris");
    assertThat(users().create(RIDERS, boris, TOKEN)).isEqualTo(new Done<>(boris));
  }

  @Test
  void aCollectionHasNoMoreUsersThanItMay() {
    assertThat(collections().create(RIDERS)).isPresent();
    CollectionUsers few = new EngineCollectionUsers(loaded(), Engines::of, 1);
    UserId boris = new UserId("boris");
    assertThat(few.create(RIDERS, ADA, null)).isEqualTo(new Done<>(ADA));

    assertThat(few.create(RIDERS, boris, null)).isEqualTo(new Refused<>(Refusal.TOO_MANY));

    assertThat(few.delete(RIDERS, ADA, null)).isEqualTo(new Done<>(ADA));
    assertThat(few.create(RIDERS, boris, null)).isEqualTo(new Done<>(boris));
  }

  /** Erasing a rider must not depend on what others made of the rider's faces. */
  @Test
  void aRidersFacesGoWhoseverTheyWereMade() {
    RiderFaces riders =
        new EngineRiderFaces(
            loaded(),
            new SqliteLiveCollections(storage.database(), Map.of(Role.RIDERS, RIDERS)),
            new SqliteFaceCounterparts(storage.database()),
            Engines.MODEL,
            new FixedSimilarity(70));
    FaceId ada = registered(riders, Person.ADA);
    FaceId boris = registered(riders, Person.BORIS);
    assertThat(users().create(RIDERS, ADA, null)).isEqualTo(new Done<>(ADA));
    UserFaces both = new UserFaces(ADA, List.of(ada, boris));
    assertThat(users().associate(RIDERS, both, 0, null)).isInstanceOf(Done.class);

    riders.delete(ada);
    assertThat(users().faces(RIDERS, ADA, null, 10).orElseThrow().faces())
        .extracting(IndexedFace::id)
        .containsExactly(boris);

    riders.deleteFacesOf(new ImageId(Person.BORIS.name()));
    assertThat(riders.size()).isZero();
    assertThat(users().list(RIDERS, null, 10).orElseThrow().users())
        .containsExactly(new User(ADA, UserStatus.CREATED));
    FaceId again = registered(riders, Person.ADA);
    assertThat(users().search(RIDERS, again, new Matching(0, 10)).orElseThrow().matches())
        .isEmpty();
  }

  private static FaceId registered(RiderFaces riders, Person person) {
    NewFace face =
        new NewFace(
            new ImageId(person.name()),
            ExternalImageId.of(person.name()),
            Engines.face(Portrait.of(person)),
            false);
    return riders.register(face) instanceof Registration.Registered(IndexedFace indexed, _)
        ? indexed.id()
        : fail("Not registered: " + person);
  }

  private FaceId index(Portrait portrait) {
    Optional<Summary> _ = collections().create(RIDERS);
    try (Picture picture = Photos.picture(portrait)) {
      NewFaces faces =
          new NewFaces(new FaceImage(picture, null), null, NewFaces.ALL, QualityFilter.NONE);
      return collections().index(RIDERS, faces).orElseThrow().indexed().getFirst().face().id();
    }
  }

  private synchronized LoadedCollections loaded() {
    if (loaded == null) {
      loaded =
          new LoadedCollections(
              storage.database(), clock, VectorFiles.of(storage.folder()), Engines::model);
    }
    return loaded;
  }
}
