package dev.riderphotos.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.gallery.GallerySearch;
import dev.riderphotos.gallery.GallerySearch.SearchedFace;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.migration.CutOver.Bar;
import dev.riderphotos.migration.FindAgain.Found;
import dev.riderphotos.migration.PrepareMigration.Order;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import dev.riderphotos.migration.RunMigration.Crew;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.InMemoryFaceCollections;
import dev.riderphotos.testkit.InMemoryLiveCollections;
import dev.riderphotos.testkit.InMemoryMigrationLedger;
import dev.riderphotos.testkit.InMemoryMigrations;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainPhotoOpener;
import dev.riderphotos.testkit.TestGallery;
import dev.riderphotos.testkit.TestGallery.Kept;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The gallery is moved, with what was said of its faces. */
class MovedGalleryTest {
  private static final CollectionId FIRST = InMemoryLiveCollections.GALLERY;
  private static final CollectionId SECOND = new CollectionId("gallery-2");
  private static final CollectionId THIRD = new CollectionId("gallery-3");
  private static final Bar ANY = new Bar(0, 0);

  private final InMemoryFaceCollections collections = new InMemoryFaceCollections();
  private final Kept kept = Kept.inMemory(collections);
  private final TestGallery gallery =
      new TestGallery(
          kept, new GallerySettings("gallery", 80, 10, QualityFilter.AUTO, Duration.ZERO));
  private final Migrations migrations = new InMemoryMigrations();
  private final MigrationLedger ledger = new InMemoryMigrationLedger();

  @Test
  void nothingIsLostWhereAllFacesAreMoved() {
    index("ada.jpg", Photos.of(Person.ADA));
    FaceId again = index("again.jpg", Photos.anotherOf(Person.ADA));
    tellApart(Photos.of(Person.ADA), again);

    assertThat(proven(moved(FIRST, SECOND)).distinctionsLost()).isZero();
  }

  @Test
  void whatWasSaidOfFacesThatWereNotMovedIsCountedOnce() {
    FaceId ada = index("ada.jpg", Photos.of(Person.ADA));
    FaceId again = index("again.jpg", Photos.anotherOf(Person.ADA));
    FaceId third = index("third.jpg", Photos.withSunglasses(Person.ADA));
    tellApart(Photos.of(Person.ADA), again);
    tellApart(Photos.of(Person.ADA), third);
    tellApart(Photos.withSunglasses(Person.ADA), ada); // the same again
    kept.photos().put(new PhotoRef("gallery", "ada.jpg"), Photos.nobody());
    kept.photos().delete(new PhotoRef("gallery", "again.jpg"));

    assertThat(proven(moved(FIRST, SECOND)).distinctionsLost()).isEqualTo(2);
  }

  @Test
  void aMovedGalleryIsMovedOnWithWhatWasSaid() {
    index("ada.jpg", Photos.of(Person.ADA));
    FaceId again = index("again.jpg", Photos.anotherOf(Person.ADA));
    tellApart(Photos.of(Person.ADA), again);

    Migration once = moved(FIRST, SECOND);
    assertThat(proven(once).faults()).isZero();
    assertThat(cutOver(once)).isInstanceOf(CutOver.Answer.Switched.class);
    assertThat(
            new ControlMigration(migrations, ledger, collections, kept.live())
                .finish(once.id(), false))
        .isEmpty();
    Migration on = moved(SECOND, THIRD);

    assertThat(ledger.counts(on.id()).of(Outcome.MOVED)).isEqualTo(2);
    assertThat(proven(on).distinctionsLost()).isZero();
    assertThat(cutOver(on)).isInstanceOf(CutOver.Answer.Switched.class);
    assertThat(search(Photos.of(Person.ADA)).labels()).containsExactly("Ada");
    assertThat(kept.counterparts().in(THIRD, again)).isPresent();
  }

  private FaceId index(String name, Photo photo) {
    PhotoIndexing indexing =
        gallery.indexing().index(new PhotoName(name), photo, PhotoMetadata.NONE);
    return ((PhotoIndexing.Indexed) indexing).photo().faces().getFirst().id();
  }

  private void tellApart(Photo searched, FaceId match) {
    assertThat(gallery.telling().tellApart(search(searched).id(), match)).isPresent();
  }

  private SearchedFace search(Photo photo) {
    return ((GallerySearch.Found) gallery.search().search(photo, false)).faces().getFirst();
  }

  private Migration moved(CollectionId from, CollectionId to) {
    Order order = new Order(from, to, null, null, true, Scene.OPTIONS);
    Prepared prepared =
        new PrepareMigration(migrations, ledger, collections, kept.live(), changes(), kept.clock())
            .prepare(order, origins());
    return run().run(((Prepared.Ready) prepared).migration().id(), crew());
  }

  private RunMigration run() {
    SweepNewFaces sweep = new SweepNewFaces(collections, ledger);
    return new RunMigration(migrations, ledger, collections, kept.counterparts(), changes(), sweep);
  }

  private Proof proven(Migration migration) {
    FindAgain again =
        new FindAgain(collections, kept.photos(), new PlainPhotoOpener(), (photo, _, _) -> photo);
    Migration proven =
        new ProveMigration(
                migrations,
                ledger,
                collections,
                again,
                (_, _) -> 80,
                gallery.telling(),
                kept.clock())
            .prove(migration.id(), 0, new Unheard(), () -> false);
    Proof proof = proven.proof();
    assertThat(proof).isNotNull();
    return proof;
  }

  private CutOver.Answer cutOver(Migration migration) {
    RegistrationTurn turn =
        new RegistrationTurn() {
          @Override
          public <T> T whileNobodyRegisters(Supplier<T> work) {
            return work.get();
          }
        };
    return new CutOver(
            migrations, ledger, collections, kept.live(), turn, run(), changes(), withdrawal())
        .cutOver(migration.id(), ANY, crew());
  }

  private FollowChanges changes() {
    return new FollowChanges(collections, ledger, withdrawal());
  }

  private WithdrawFace withdrawal() {
    return new WithdrawFace(collections, ledger);
  }

  private FaceOrigins origins() {
    return new GalleryOrigins(gallery.faces());
  }

  private Crew crew() {
    Pace pace =
        new Pace() {
          @Override
          public void await() {}

          @Override
          public void rest(int failures) {}
        };
    MigrateRecord migrate =
        new MigrateRecord(collections, kept.photos(), new PlainPhotoOpener(), pace);
    return new Crew(migrate, pace, origins(), MigrationWatcher.NOBODY, () -> false);
  }

  private static final class Unheard implements ProveMigration.Findings {
    @Override
    public void fault(String sentence) {
      throw new AssertionError(sentence);
    }

    @Override
    public void addedSince(long faces) {}

    @Override
    public void searched(FaceRow row, Found found) {}

    @Override
    public void duplicate(FaceRow one, FaceRow other, double similarity) {}
  }
}
