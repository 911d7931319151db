package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.Role;
import dev.riderphotos.migration.BucketOrigins;
import dev.riderphotos.migration.ControlMigration;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.CutOver;
import dev.riderphotos.migration.CutOver.Answer;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.FollowChanges;
import dev.riderphotos.migration.LedgerRows;
import dev.riderphotos.migration.MigrateRecord;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.MigrationWatcher;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.Pace;
import dev.riderphotos.migration.PrepareMigration;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import dev.riderphotos.migration.Proof;
import dev.riderphotos.migration.RunElsewhereException;
import dev.riderphotos.migration.RunMigration;
import dev.riderphotos.migration.RunMigration.Crew;
import dev.riderphotos.migration.SweepNewFaces;
import dev.riderphotos.migration.WithdrawFace;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.InMemoryFaceCollections;
import dev.riderphotos.testkit.InMemoryPhotoStore;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainPhotoOpener;
import dev.riderphotos.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances share the tables of a migration, and one of them ends without a word. */
@OnAws
class TwoInstancesMigrateTest {
  private static final CollectionId OLD = new CollectionId("riders");
  private static final CollectionId NEW = new CollectionId("riders-2");
  private static final String BUCKET = "photos";
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int WORKERS = 2;
  private static final List<Person> PEOPLE = Person.named().subList(0, 6);

  private final SettableClock clock = new SettableClock();
  private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
  private final InMemoryFaceCollections collections = new InMemoryFaceCollections();
  private final BucketOrigins origins = new BucketOrigins(BUCKET);
  private final AtomicInteger calls = new AtomicInteger();
  private final LiveCollections live;
  private final FaceCounterparts counterparts;
  private final DynamoDbMigrationLedger ledger;
  private final DynamoDbMigrations first;
  private final DynamoDbMigrations second;

  TwoInstancesMigrateTest(Aws aws) {
    live =
        new DynamoDbLiveCollections(
            aws.dynamoDb(),
            aws.newTable(DynamoDbLiveCollections::table),
            Map.of(Role.RIDERS, OLD, Role.GALLERY, new CollectionId("gallery")));
    counterparts =
        new DynamoDbFaceCounterparts(aws.dynamoDb(), aws.newTable(DynamoDbFaceCounterparts::table));
    ledger =
        new DynamoDbMigrationLedger(aws.dynamoDb(), aws.newTable(DynamoDbMigrationLedger::table));
    String table = aws.newTable(DynamoDbMigrations::table);
    first = new DynamoDbMigrations(aws.dynamoDb(), table, LEASE, clock);
    second = new DynamoDbMigrations(aws.dynamoDb(), table, LEASE, clock);
  }

  /** The process ends here, and releases nothing. */
  private static final class Killed extends Error {}

  @BeforeEach
  void register() {
    var _ = collections.create(OLD);
    PEOPLE.forEach(this::register);
  }

  @Test
  void whatAKilledInstanceRanTheOtherEnds() {
    MigrationId id = prepared();
    int killedAt = PEOPLE.size() / 2;
    assertThatThrownBy(
            () ->
                run(new Unreleased(first))
                    .run(
                        id,
                        crew(
                            () -> {
                              if (calls.incrementAndGet() > killedAt) {
                                throw new Killed();
                              }
                            })))
        .isInstanceOf(Killed.class);
    assertThatThrownBy(() -> run(second).run(id, crew(calls::incrementAndGet)))
        .isInstanceOf(RunElsewhereException.class);
    assertThat(ledger.counts(id).open()).isPositive();

    clock.goOn(LEASE.plusMillis(1));
    Migration done = run(second).run(id, crew(calls::incrementAndGet));

    assertThat(done.state()).isEqualTo(MigrationState.DONE);
    assertThat(calls).hasValueLessThanOrEqualTo(PEOPLE.size() + WORKERS);
    assertAllMovedOnce(id);
  }

  /** It sleeps for longer than its lease, and comes to itself when all is done. */
  @Test
  void whoWakesUpAfterwardsDoesNoHarm() {
    MigrationId id = prepared();
    AtomicInteger asleep = new AtomicInteger();
    Runnable sleeping =
        () -> {
          if (asleep.incrementAndGet() == 3) {
            clock.goOn(LEASE.plusMillis(1));
            Migration done = run(second).run(id, crew(() -> {}));
            assertThat(done.state()).isEqualTo(MigrationState.DONE);
          }
        };

    Migration afterwards = run(first).run(id, crew(sleeping));

    assertThat(afterwards.state()).isEqualTo(MigrationState.DONE);
    assertThat(asleep).hasValueGreaterThanOrEqualTo(3);
    assertAllMovedOnce(id);
  }

  @Test
  void ofTwoThatSwitchAtOnceOneDoes() {
    MigrationId id = proven();
    register(Person.ofSeed(1));

    List<Object> answers =
        Concurrently.call(2, number -> switched(number == 0 ? first : second, id));

    assertThat(answers)
        .allMatch(
            answer -> answer instanceof Answer.Switched || answer instanceof RunElsewhereException)
        .anyMatch(Answer.Switched.class::isInstance);
    assertThat(calls).hasValue(1);
    assertThat(live.of(Role.RIDERS)).isEqualTo(NEW);
    assertAllMovedOnce(id);
  }

  @Test
  void nothingIsDeletedWhileTheOtherSwitchesBack() {
    MigrationId id = proven();
    assertThat(switched(first, id)).isInstanceOf(Answer.Switched.class);
    assertThat(first.claim(id)).isTrue();

    assertThatThrownBy(() -> control(second).finish(id, true))
        .isInstanceOf(RunElsewhereException.class);

    assertThat(collections.describe(OLD)).isPresent();
    first.release(id);
    assertThat(control(second).finish(id, true)).isEmpty();
    assertThat(collections.describe(OLD)).isEmpty();
  }

  private Object switched(Migrations migrations, MigrationId id) {
    try {
      return new CutOver(
              migrations,
              ledger,
              collections,
              live,
              new Turn(),
              run(migrations),
              changes(),
              new WithdrawFace(collections, ledger))
          .cutOver(id, CutOver.Bar.USUAL, crew(calls::incrementAndGet));
    } catch (RunElsewhereException elsewhere) {
      return elsewhere;
    }
  }

  /** One after the other, as registrations are. */
  private static final class Turn implements RegistrationTurn {
    @Override
    public <T> T whileNobodyRegisters(Supplier<T> work) {
      return work.get();
    }
  }

  private MigrationId proven() {
    MigrationId id = prepared();
    Migration done = run(first).run(id, crew(() -> {}));
    Proof proof = new Proof(0, 0, 0, 0, 0, 0, clock.instant());
    first.replace(
        new Migration(
            id,
            OLD,
            NEW,
            Role.RIDERS,
            null,
            done.options(),
            MigrationState.PROVEN,
            proof,
            done.preparedAt(),
            done.revision() + 1));
    return id;
  }

  private MigrationId prepared() {
    PrepareMigration preparation =
        new PrepareMigration(first, ledger, collections, live, changes(), clock);
    MigrationOptions options = new MigrationOptions(0.5, 1000, WORKERS, QualityFilter.AUTO, false);
    PrepareMigration.Order order = new PrepareMigration.Order(OLD, NEW, null, null, true, options);
    return switch (preparation.prepare(order, origins)) {
      case Prepared.Ready(Migration migration, _) -> migration.id();
      case Prepared.Refused(String sentence) -> throw new AssertionError(sentence);
    };
  }

  private RunMigration run(Migrations migrations) {
    return new RunMigration(
        migrations,
        ledger,
        collections,
        counterparts,
        changes(),
        new SweepNewFaces(collections, ledger));
  }

  private ControlMigration control(Migrations migrations) {
    return new ControlMigration(migrations, ledger, collections, live);
  }

  private FollowChanges changes() {
    return new FollowChanges(collections, ledger, new WithdrawFace(collections, ledger));
  }

  /**
   * What runs it.
   *
   * @param turn is had before each call
   */
  private Crew crew(Runnable turn) {
    Pace pace =
        new Pace() {
          @Override
          public void await() {
            turn.run();
          }

          @Override
          public void rest(int failures) {}
        };
    MigrateRecord migrate = new MigrateRecord(collections, photos, new PlainPhotoOpener(), pace);
    return new Crew(migrate, pace, origins, MigrationWatcher.NOBODY, () -> false);
  }

  private void register(Person person) {
    Photo photo = Photos.of(person);
    PhotoRef ref = new PhotoRef(BUCKET, person.name());
    photos.put(ref, photo);
    try (Picture picture = opened(photo)) {
      var _ =
          collections.index(
              OLD,
              new NewFaces(
                  new FaceImage(picture, ref),
                  ExternalImageId.of(person.name()),
                  1,
                  QualityFilter.NONE));
    }
  }

  private static Picture opened(Photo photo) {
    return switch (new PlainPhotoOpener().open(photo)) {
      case Opened.Decoded(Picture picture) -> picture;
      case Opened.Unacceptable unacceptable -> throw new AssertionError(unacceptable);
    };
  }

  private void assertAllMovedOnce(MigrationId id) {
    Counts counts = ledger.counts(id);
    assertThat(counts.allMoved()).as(counts.toString()).isTrue();
    List<FaceId> moved = new ArrayList<>();
    for (FaceRow row : new LedgerRows(ledger, id, Outcome.MOVED)) {
      moved.add(row.newFace());
    }
    assertThat(counts.provided()).isEqualTo(facesIn(OLD).size());
    assertThat(moved).doesNotHaveDuplicates().hasSameSizeAs(facesIn(OLD));
    assertThat(facesIn(NEW)).containsExactlyInAnyOrderElementsOf(moved);
  }

  private List<FaceId> facesIn(CollectionId collection) {
    return collections.faces(collection, null, 1000).map(FacePage::faces).orElseThrow().stream()
        .map(IndexedFace::id)
        .toList();
  }

  /** Another instance's migrations, which nobody can let go of any more. */
  private record Unreleased(Migrations migrations) implements Migrations {
    @Override
    public void add(Migration migration) {
      migrations.add(migration);
    }

    @Override
    public Optional<Migration> find(MigrationId id) {
      return migrations.find(id);
    }

    @Override
    public List<Migration> all() {
      return migrations.all();
    }

    @Override
    public void replace(Migration next) {
      migrations.replace(next);
    }

    @Override
    public boolean claim(MigrationId id) {
      return migrations.claim(id);
    }

    @Override
    public void release(MigrationId id) {
      // It was killed before.
    }
  }
}
