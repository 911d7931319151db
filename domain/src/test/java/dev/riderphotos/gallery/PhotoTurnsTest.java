package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.TestGallery;
import dev.riderphotos.testkit.TestGallery.Kept;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Several processes change one photo. */
class PhotoTurnsTest {
  private static final int PROCESSES = 8;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final GallerySettings RULES = Scene.settings(10, LEASE);

  private final PhotoName name = new PhotoName("Ada.jpg");
  private final Photo ada = Photos.of(Person.ADA);
  private final Photo boris = Photos.of(Person.BORIS);
  private final Scene scene = new Scene(RULES);
  private final TestGallery other = scene.anotherProcess();

  @Test
  void whatAnotherProcessIsAtWorkOnIsLeftAlone() {
    diesAtWork();
    scene.kept().clock().goOn(LEASE.minusMillis(1));
    GalleryPhoto present = scene.photo(name).orElseThrow();

    refused(() -> other.indexing().index(name, boris, PhotoMetadata.NONE));
    refused(() -> other.photoDeletion().delete(name));
    refused(other::finishAll);

    assertThat(scene.photo(name)).contains(present);
    assertThat(scene.stored(name)).contains(ada);
  }

  @Test
  void afterItsLeaseAProcessIsTakenForDead() {
    diesAtWork();
    scene.kept().clock().goOn(LEASE);

    other.finishAll();

    assertThat(scene.search(Photos.anotherOf(Person.ADA)).matches()).hasSize(1);
    scene.holds(name);
  }

  @Test
  void aProcessTakesUpItsOwnWorkAtOnce() {
    TestGallery gallery = scene.gallery();
    gallery.faults().nth(1, Fault.RETRYABLE, call -> call.is(FaceCollections.class, "index"));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> gallery.indexing().index(name, ada, PhotoMetadata.NONE));

    gallery.finishAll();

    scene.holds(name);
  }

  @Test
  void whatIsFinishedIsAnybodysToChange() {
    scene.index(name, ada);

    assertThat(other.photoDeletion().delete(name)).isPresent();
    assertThat(other.indexing().index(name, boris, PhotoMetadata.NONE))
        .isInstanceOf(PhotoIndexing.Indexed.class);

    scene.holds(name);
  }

  @Test
  void whoWasTakenForDeadAndLivesWritesNothingAnyMore() {
    SlowPhotos slow =
        new SlowPhotos(
            scene.kept().photos(),
            () -> {
              scene.kept().clock().goOn(LEASE);
              PhotoIndexing _ = other.indexing().index(name, boris, PhotoMetadata.NONE);
            });
    Kept kept = scene.kept();
    TestGallery late = new TestGallery(kept.with(slow), RULES);

    refused(() -> late.indexing().index(name, ada, PhotoMetadata.NONE));

    assertThat(scene.photo(name).map(GalleryPhoto::content)).contains(PhotoDigest.of(boris));
    assertThat(scene.stored(name)).contains(boris);
  }

  @Test
  void ofManyProcessesAtOnceEachIsDoneOrRefused() {
    List<Boolean> done =
        Concurrently.call(
            PROCESSES, number -> indexes(scene.anotherProcess(), number % 2 == 0 ? ada : boris));

    assertThat(done).contains(true);
    scene.holds(name);
  }

  /** Ada's photo is stored, and the mark says that it is being changed. */
  private void diesAtWork() {
    Faults faults = scene.gallery().faults();
    faults.nth(1, Fault.CRASH, call -> call.is(FaceCollections.class, "index"));
    assertThatExceptionOfType(Crash.class).isThrownBy(() -> scene.index(name, ada));
    faults.heal();
  }

  private boolean indexes(TestGallery process, Photo photo) {
    try {
      return process.indexing().index(name, photo, PhotoMetadata.NONE)
          instanceof PhotoIndexing.Indexed;
    } catch (Conflict _) {
      return false;
    }
  }

  private static void refused(ThrowingCallable change) {
    assertThatExceptionOfType(Conflict.class).isThrownBy(change);
  }

  /** Something else happens while the first photo is put. */
  private record SlowPhotos(PhotoStore photos, Runnable meanwhile) implements PhotoStore {
    @Override
    public void put(PhotoRef ref, Photo photo) {
      photos.put(ref, photo);
      meanwhile.run();
    }

    @Override
    public Optional<Photo> get(PhotoRef ref) {
      return photos.get(ref);
    }

    @Override
    public OptionalLong size(PhotoRef ref) {
      return photos.size(ref);
    }

    @Override
    public Optional<String> consent(PhotoRef ref) {
      return photos.consent(ref);
    }

    @Override
    public void delete(PhotoRef ref) {
      photos.delete(ref);
    }

    @Override
    public int deleteAll(String bucket, String prefix) {
      return photos.deleteAll(bucket, prefix);
    }
  }
}
