package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.BackendException;
import dev.riderphotos.embedded.sqlite.SqliteDistinctions;
import dev.riderphotos.embedded.sqlite.SqliteGalleryPhotos;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.engine.ModelVersion;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.gallery.Distinctions;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.FinishPhoto;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoDigest;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.gallery.PhotoTurns;
import dev.riderphotos.gallery.RestoreFace;
import dev.riderphotos.imaging.ImageIoPhotoOpener;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryPhotoStore;
import dev.riderphotos.testkit.Photos;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The process dies before and after every single call, and the next one takes up what it left. */
class GalleryCrashTest {
  private static final GallerySettings RULES =
      new GallerySettings(
          new CollectionId("gallery"), "gallery", 80, 10, QualityFilter.AUTO, Duration.ZERO);
  private static final Photo FIRST = Photos.twoFaces();
  private static final Photo SECOND = Photos.of(Person.CLARA);

  @RegisterExtension private final Storage storage = new Storage();
  private final Faults faults = new Faults();

  /** What is done to a photo that is there, but in the first. */
  enum Change {
    NEW,
    REPLACE,
    SAME_AGAIN,
    DELETE_FACE,
    RESTORE_FACE,
    DELETE_PHOTO
  }

  static Stream<Arguments> deaths() {
    return Stream.of(Change.values())
        .flatMap(
            change ->
                Stream.of(Fault.CRASH, Fault.CRASH_AFTERWARDS)
                    .map(death -> Arguments.of(change, death)));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void whateverIsCutShortLeavesNothingHalfDone(Change change, Fault fault) {
    Ports ports = new Ports();
    int calls = 0;
    boolean struck;
    do {
      PhotoName name = new PhotoName(change + "-" + ++calls + ".jpg");
      Optional<FaceId> face = prepare(ports, change, name);
      faults.nth(calls, fault, _ -> true);
      struck = strikes(ports, change, name, face);
      faults.heal();
      ports.finishAll();
      ports.holds(name);
    } while (struck);
    assertThat(calls).isGreaterThan(3);
    repeated(ports, change);
  }

  /** Whatever was cut short, doing it again does it. */
  private void repeated(Ports ports, Change change) {
    PhotoName name = new PhotoName(change + "-1.jpg");
    switch (change) {
      case DELETE_PHOTO -> {
        Optional<GalleryPhoto> _ = ports.deletePhoto().delete(name);
        assertThat(ports.gallery.find(name)).isEmpty();
      }
      default -> {
        PhotoIndexing _ = ports.index().index(name, SECOND, PhotoMetadata.NONE);
        assertThat(ports.gallery.find(name).orElseThrow().liveFaces()).hasSize(1);
      }
    }
    ports.holds(name);
  }

  private Optional<FaceId> prepare(Ports ports, Change change, PhotoName name) {
    if (change == Change.NEW) {
      return Optional.empty();
    }
    PhotoIndexing _ = ports.index().index(name, FIRST, PhotoMetadata.NONE);
    FaceId face = ports.gallery.find(name).orElseThrow().faces().getFirst().id();
    if (change == Change.RESTORE_FACE) {
      assertThat(ports.deleteFace().delete(face)).isEqualTo(DeleteFace.Deletion.RESTORABLE);
    }
    return Optional.of(face);
  }

  private boolean strikes(Ports ports, Change change, PhotoName name, Optional<FaceId> face) {
    try {
      Object _ =
          switch (change) {
            case NEW, SAME_AGAIN -> ports.index().index(name, FIRST, PhotoMetadata.NONE);
            case REPLACE -> ports.index().index(name, SECOND, PhotoMetadata.NONE);
            case DELETE_FACE -> ports.deleteFace().delete(face.orElseThrow());
            case RESTORE_FACE -> ports.restoreFace().restore(face.orElseThrow());
            case DELETE_PHOTO -> ports.deletePhoto().delete(name);
          };
      return false;
    } catch (Crash | BackendException _) {
      return true;
    }
  }

  /** What the gallery stands on; every use case is another process's. */
  private final class Ports {
    private final PhotoStore plainPhotos = new InMemoryPhotoStore();
    private final FaceCollections plainCollections =
        new EngineFaceCollections(
            new LoadedCollections(
                storage.database(), Instant::now, new FaceMemory(Long.MAX_VALUE, 0)),
            Engines::of,
            ModelVersion.DEFAULT);
    private final GalleryPhotos gallery = new SqliteGalleryPhotos(storage.database());

    private final PhotoStore photos = faults.around(PhotoStore.class, plainPhotos);
    private final PhotoOpener opener =
        faults.around(PhotoOpener.class, new ImageIoPhotoOpener(400L << 20));
    private final FaceCollections collections =
        faults.around(FaceCollections.class, plainCollections);
    private final GalleryPhotos records = faults.around(GalleryPhotos.class, gallery);
    private final Distinctions distinctions =
        faults.around(Distinctions.class, new SqliteDistinctions(storage.database()));

    private PhotoTurns turns() {
      return new PhotoTurns(records, RULES, Instant::now);
    }

    private IndexPhoto index() {
      return new IndexPhoto(turns(), photos, opener, collections, distinctions, RULES);
    }

    private DeleteFace deleteFace() {
      return new DeleteFace(turns(), records, collections, RULES, Instant::now);
    }

    private RestoreFace restoreFace() {
      return new RestoreFace(turns(), records, photos, opener, collections, RULES);
    }

    private DeletePhoto deletePhoto() {
      return new DeletePhoto(turns(), photos, collections, distinctions, RULES);
    }

    private void finishAll() {
      FinishPhoto finishing = new FinishPhoto(turns(), photos, index(), collections, RULES);
      gallery.unfinished(100).forEach(finishing::finish);
    }

    /** The collection has just the faces that have a record, and those are the stored photo's. */
    private void holds(PhotoName name) {
      Optional<GalleryPhoto> photo = gallery.find(name);
      Optional<Photo> stored = plainPhotos.get(new PhotoRef("gallery", name.value()));
      assertThat(gallery.unfinished(10)).isEmpty();
      assertThat(stored.map(PhotoDigest::of)).isEqualTo(photo.map(GalleryPhoto::content));
      assertThat(inCollection(name))
          .containsExactlyInAnyOrderElementsOf(
              photo.stream()
                  .flatMap(there -> there.liveFaces().stream())
                  .map(FaceRecord::id)
                  .toList());
    }

    private List<FaceId> inCollection(PhotoName name) {
      return plainCollections.faces(RULES.collection(), null, 1000).stream()
          .flatMap(page -> page.faces().stream())
          .filter(face -> name.externalImageId().equals(face.externalImageId()))
          .map(IndexedFace::id)
          .toList();
    }
  }
}
