package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.TestGallery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways a photo can change, for tests that break them at every point. */
enum Change {
  NEW,
  REPLACE,
  SAME_AGAIN,
  DELETE_FACE,
  RESTORE_FACE,
  DELETE_PHOTO;

  static final PhotoName NAME = new PhotoName("Ada-Boris.jpg");

  /** As small as a photo may be, for it is opened very often. */
  private static final Photo FIRST =
      Photos.jpeg(Portrait.together(Person.ADA, Person.BORIS).size(120, 80));

  private static final Photo SECOND = Photos.jpeg(Portrait.of(Person.CLARA).size(80, 80));
  private static final Appearance STRANGER = new Appearance("0".repeat(32));

  /** What there is of the photo, without the ids that a collection gives. */
  record State(
      boolean there, @Nullable PhotoDigest content, long faces, long live, boolean toldApart) {
    static State of(Scene scene) {
      Optional<GalleryPhoto> photo = scene.photo(NAME);
      return new State(
          photo.isPresent(),
          photo.map(GalleryPhoto::content).orElse(null),
          photo.map(there -> there.faces().size()).orElse(0),
          photo.map(there -> there.liveFaces().size()).orElse(0),
          !scene.kept().distinctions().from(STRANGER).isEmpty());
    }
  }

  /** Does what went before, unless nothing did; gives a face that there is then. */
  FaceId prepare(Scene scene) {
    if (this == NEW) {
      return new FaceId("nobody");
    }
    FaceId face = scene.index(NAME, FIRST).faces().getFirst().id();
    assertThat(scene.gallery().telling().tellApart(STRANGER, face)).isPresent();
    if (this == RESTORE_FACE) {
      assertThat(scene.gallery().faceDeletion().delete(face))
          .isEqualTo(DeleteFace.Deletion.RESTORABLE);
    }
    return face;
  }

  void play(TestGallery gallery, FaceId face) {
    Object _ =
        switch (this) {
          case NEW, SAME_AGAIN -> gallery.indexing().index(NAME, FIRST, PhotoMetadata.NONE);
          case REPLACE -> gallery.indexing().index(NAME, SECOND, PhotoMetadata.NONE);
          case DELETE_FACE -> gallery.faceDeletion().delete(face);
          case RESTORE_FACE -> gallery.restoration().restore(face);
          case DELETE_PHOTO -> gallery.photoDeletion().delete(NAME);
        };
  }

  /** How it ends when nothing breaks. */
  State end() {
    Scene healthy = new Scene();
    play(healthy.gallery(), prepare(healthy));
    healthy.holds(NAME);
    return State.of(healthy);
  }
}
