package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.embedded.sqlite.SqliteDistinctions;
import dev.riderphotos.embedded.sqlite.SqliteFaceCounterparts;
import dev.riderphotos.embedded.sqlite.SqliteGalleryPhotos;
import dev.riderphotos.embedded.sqlite.SqliteLiveCollections;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryPhotoStore;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestGallery;
import dev.riderphotos.testkit.TestGallery.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The process dies right after faces were indexed, when the engine's own places and the database's
 * own ids must tell the next process which of them are left. That nothing is left half done
 * wherever it dies, the domain shows on fakes.
 */
class GalleryCrashTest {
  private static final GallerySettings RULES =
      new GallerySettings("gallery", 80, 10, QualityFilter.AUTO, Duration.ZERO);
  private static final PhotoName NAME = new PhotoName("Ada-Boris.jpg");

  @RegisterExtension private final Storage storage = new Storage();

  @Test
  void aPhotoThatWasReplacedIsIndexedAnew() {
    Kept kept = kept();
    index(new TestGallery(kept, RULES), Photos.twoFaces());
    TestGallery dying = new TestGallery(kept, RULES);

    dies(dying, () -> index(dying, Photos.of(Person.CLARA)));

    assertThat(inCollection(kept)).hasSize(3);
    new TestGallery(kept, RULES).finishAll();
    assertThat(photo(kept).liveFaces()).hasSize(1);
    holds(kept);
  }

  @Test
  void aFaceThatWasBeingRestoredIsNotThereTwice() {
    Kept kept = kept();
    FaceId deleted = index(new TestGallery(kept, RULES), Photos.twoFaces()).getFirst().id();
    assertThat(new TestGallery(kept, RULES).faceDeletion().delete(deleted))
        .isEqualTo(DeleteFace.Deletion.RESTORABLE);
    TestGallery dying = new TestGallery(kept, RULES);

    dies(dying, () -> dying.restoration().restore(deleted));

    assertThat(inCollection(kept)).hasSize(2);
    TestGallery next = new TestGallery(kept, RULES);
    next.finishAll();
    holds(kept);
    assertThat(next.restoration().restore(deleted)).isPresent();
    assertThat(photo(kept).liveFaces()).hasSize(2);
    holds(kept);
  }

  private Kept kept() {
    return new Kept(
        new InMemoryPhotoStore(),
        new EngineFaceCollections(
            new LoadedCollections(
                storage.database(), Instant::now, VectorFiles.of(storage.folder()), Engines::model),
            Engines::of,
            Engines.MODEL),
        new SqliteGalleryPhotos(storage.database()),
        new SqliteDistinctions(storage.database()),
        new SqliteLiveCollections(
            storage.database(), Map.of(Role.GALLERY, new CollectionId("gallery"))),
        new SqliteFaceCounterparts(storage.database()),
        new SettableClock());
  }

  private static List<FaceRecord> index(TestGallery gallery, Photo photo) {
    PhotoIndexing indexing = gallery.indexing().index(NAME, photo, PhotoMetadata.NONE);
    assertThat(indexing).isInstanceOf(PhotoIndexing.Indexed.class);
    return ((PhotoIndexing.Indexed) indexing).photo().faces();
  }

  private static void dies(TestGallery gallery, ThrowingCallable change) {
    gallery
        .faults()
        .nth(1, Fault.CRASH_AFTERWARDS, call -> call.is(FaceCollections.class, "index"));
    assertThatExceptionOfType(Crash.class).isThrownBy(change);
  }

  private static GalleryPhoto photo(Kept kept) {
    return kept.records().find(NAME).orElseThrow();
  }

  /** The collection has just the faces that have a record. */
  private static void holds(Kept kept) {
    assertThat(kept.records().unfinished(10)).isEmpty();
    assertThat(inCollection(kept))
        .containsExactlyInAnyOrderElementsOf(
            photo(kept).liveFaces().stream().map(FaceRecord::id).toList());
  }

  private static List<FaceId> inCollection(Kept kept) {
    return kept.collections().faces(kept.live().of(Role.GALLERY), null, 1000).stream()
        .flatMap(page -> page.faces().stream())
        .map(IndexedFace::id)
        .toList();
  }
}
