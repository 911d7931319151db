package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.Role;
import dev.riderphotos.face.UserId;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.migration.PrepareMigration.Order;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import dev.riderphotos.migration.RunMigration.Crew;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.InMemoryFaceCollections;
import dev.riderphotos.testkit.InMemoryFaceCounterparts;
import dev.riderphotos.testkit.InMemoryLiveCollections;
import dev.riderphotos.testkit.InMemoryMigrationLedger;
import dev.riderphotos.testkit.InMemoryMigrations;
import dev.riderphotos.testkit.InMemoryPhotoStore;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainPhotoOpener;
import dev.riderphotos.testkit.TestGallery;
import dev.riderphotos.testkit.TestGallery.Kept;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A collection to be moved on fakes, and all that is done to it. */
final class Scene {
  static final CollectionId OLD = new CollectionId("riders");
  static final CollectionId NEW = new CollectionId("riders-2");
  static final MigrationOptions OPTIONS =
      new MigrationOptions(0.5, 50, 2, QualityFilter.AUTO, false);

  private static final GallerySettings GALLERY =
      new GallerySettings("gallery", 80, 10, QualityFilter.AUTO, Duration.ZERO);
  private static final String BUCKET = "photos";

  final Faults faults = new Faults();
  final AtomicInteger rests = new AtomicInteger();
  final AtomicInteger turns = new AtomicInteger();
  private final PhotoStore kept = new InMemoryPhotoStore();
  private final InMemoryFaceCollections faces = new InMemoryFaceCollections();
  private final LiveCollections live =
      new InMemoryLiveCollections(
          Map.of(Role.RIDERS, OLD, Role.GALLERY, new CollectionId("gallery")));
  private final FaceCounterparts counterparts = new InMemoryFaceCounterparts();
  private final MigrationLedger rows = new InMemoryMigrationLedger();
  private final InMemoryMigrations all = new InMemoryMigrations();
  private final FaceOrigins origins = new BucketOrigins(BUCKET);
  private BooleanSupplier stop = () -> false;
  private Runnable beforeIndexing = () -> {};

  Scene() {
    var _ = faces.create(OLD);
  }

  PhotoStore photos() {
    return faults.around(PhotoStore.class, kept);
  }

  FaceCollections collections() {
    return faults.around(FaceCollections.class, faces);
  }

  MigrationLedger ledger() {
    return faults.around(MigrationLedger.class, rows);
  }

  Migrations migrations() {
    return faults.around(Migrations.class, all);
  }

  /** The migrations of this process, past all faults. */
  InMemoryMigrations ofThisProcess() {
    return all;
  }

  InMemoryFaceCollections inMemory() {
    return faces;
  }

  LiveCollections live() {
    return live;
  }

  FaceCounterparts counterparts() {
    return counterparts;
  }

  void stopWhen(BooleanSupplier asked) {
    this.stop = asked;
  }

  /** Has something happen while a photo is being indexed. */
  void meanwhile(Runnable work) {
    beforeIndexing = work;
  }

  /** Puts a photo of somebody into the bucket, and the largest of its faces into the collection. */
  IndexedFace register(Person person) {
    return register(person.name(), Photos.of(person), 1).getFirst();
  }

  List<IndexedFace> register(String key, Photo photo, int faces) {
    kept.put(new PhotoRef(BUCKET, key), photo);
    return index(OLD, key, photo, faces);
  }

  List<IndexedFace> index(CollectionId collection, String key, Photo photo, int most) {
    try (Picture picture = open(photo)) {
      FaceImage image = new FaceImage(picture, new PhotoRef(BUCKET, key));
      return faces
          .index(collection, new NewFaces(image, ExternalImageId.of(key), most, QualityFilter.NONE))
          .orElseThrow()
          .indexed()
          .stream()
          .map(Indexing.Indexed::face)
          .toList();
    }
  }

  void forgetPhoto(String key) {
    kept.delete(new PhotoRef(BUCKET, key));
  }

  void replacePhoto(String key, Photo photo) {
    kept.put(new PhotoRef(BUCKET, key), photo);
  }

  Migration prepare() {
    return prepare(OPTIONS);
  }

  Migration prepare(MigrationOptions options) {
    return switch (prepared(new Order(OLD, NEW, null, null, true, options))) {
      case Prepared.Ready(Migration migration, _) -> migration;
      case Prepared.Refused(String sentence) -> throw new AssertionError(sentence);
    };
  }

  Prepared prepared(Order order) {
    return new PrepareMigration(
            migrations(), ledger(), collections(), live, changes(), InstantSource.fixed(NOON))
        .prepare(order, origins);
  }

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  Migration run(MigrationId id) {
    return runner().run(id, crew());
  }

  /** Has another process run it, on the same records and collections. */
  Migration runElsewhere(InMemoryMigrations process, MigrationId id) {
    return runner(process).run(id, crew());
  }

  private RunMigration runner() {
    return runner(migrations());
  }

  private RunMigration runner(Migrations migrations) {
    return new RunMigration(
        migrations,
        ledger(),
        collections(),
        counterparts,
        changes(),
        new SweepNewFaces(collections(), ledger()));
  }

  private FollowChanges changes() {
    return new FollowChanges(collections(), ledger(), new WithdrawFace(collections(), ledger()));
  }

  private Crew crew() {
    Pace pace =
        new Pace() {
          @Override
          public void await() {
            turns.incrementAndGet();
            beforeIndexing.run();
          }

          @Override
          public void rest(int failures) {
            rests.incrementAndGet();
          }
        };
    MigrateRecord migrate =
        new MigrateRecord(collections(), photos(), new PlainPhotoOpener(), pace);
    return new Crew(migrate, pace, origins, MigrationWatcher.NOBODY, () -> stop.getAsBoolean());
  }

  /** Forgets a face in all migrations. */
  int forget(FaceId face) {
    return new ForgetMovedFaces(
            migrations(), ledger(), new WithdrawFace(collections(), ledger()), counterparts)
        .forget(face);
  }

  /** Makes the users of moved faces, and says what was refused. */
  List<String> migrateUsers(MigrationId id, CollectionUsers users) {
    List<String> told = new ArrayList<>();
    new MigrateUsers(migrations(), ledger(), users)
        .migrate(
            id,
            0,
            new MigrateUsers.Listener() {
              @Override
              public void associated(UserId user, int some) {
                told.add(user + " " + some);
              }

              @Override
              public void refused(UserId user, FaceId face, String reason) {
                told.add(user + " " + reason);
              }
            },
            () -> false);
    return told;
  }

  /** What a run would do. */
  List<FaceRow> attempt(MigrationId id, int most) {
    List<FaceRow> rows = new ArrayList<>();
    new TryMigration(migrations(), ledger(), collections(), photos(), new PlainPhotoOpener())
        .attempt(id, most, rows::add, () -> false);
    return rows;
  }

  ControlMigration control() {
    return new ControlMigration(migrations(), ledger(), collections(), live);
  }

  ReviewFace review() {
    MigrateRecord migrate = crew().migrate();
    return new ReviewFace(migrations(), ledger(), collections(), counterparts, migrate);
  }

  private CutOver cutOver() {
    return new CutOver(
        migrations(),
        ledger(),
        collections(),
        live,
        new Turn(),
        runner(),
        changes(),
        new WithdrawFace(collections(), ledger()));
  }

  CutOver.Answer cutOver(MigrationId id) {
    return cutOver().cutOver(id, CutOver.Bar.USUAL, crew());
  }

  CutOver.Answer cutOver(MigrationId id, CutOver.Bar bar) {
    return cutOver().cutOver(id, bar, crew());
  }

  CutOver.Answer back(MigrationId id) {
    return cutOver().back(id, crew());
  }

  /** Nobody else is there. */
  private static final class Turn implements RegistrationTurn {
    @Override
    public <T> T whileNobodyRegisters(Supplier<T> work) {
      return work.get();
    }
  }

  Migration prove(MigrationId id, ProveMigration.Findings findings) {
    return new ProveMigration(
            migrations(),
            ledger(),
            collections(),
            new FindAgain(collections(), photos(), new PlainPhotoOpener(), (photo, _, _) -> photo),
            (_, _) -> 80,
            new TestGallery(Kept.inMemory(faces), GALLERY).telling(),
            InstantSource.fixed(NOON))
        .prove(id, 100, findings, () -> false);
  }

  Counts counts(MigrationId id) {
    return rows.counts(id);
  }

  List<FaceRow> rows(MigrationId id, Outcome outcome) {
    return rows.rows(id, outcome, null, 1000);
  }

  /** The names of the faces that are in a collection. */
  Set<String> names(CollectionId collection) {
    return facesIn(collection).stream()
        .map(face -> String.valueOf(face.externalImageId()))
        .map(name -> name.replaceAll("ExternalImageId\\[value=(.*)]", "$1"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<IndexedFace> facesIn(CollectionId collection) {
    return faces.faces(collection, null, 1000).map(FacePage::faces).orElse(List.of());
  }

  void deleteFrom(CollectionId collection, FaceId face) {
    var _ = faces.deleteFaces(collection, List.of(face));
  }

  private static Picture open(Photo photo) {
    return switch (new PlainPhotoOpener().open(photo)) {
      case Opened.Decoded(Picture picture) -> picture;
      case Opened.Unacceptable unacceptable -> throw new AssertionError(unacceptable);
    };
  }
}
