package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.GalleryListing.GalleryFace;
import dev.riderphotos.gallery.GalleryListing.Page;
import dev.riderphotos.gallery.GalleryListing.Size;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.InMemoryFaceCollections;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainPhotoOpener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GalleryListingTest {
  private final PhotoName name = new PhotoName("Ada-Boris.jpg");
  private final Scene scene = new Scene();
  private final GalleryListing gallery = scene.gallery().listing();

  @Test
  void anEmptyGalleryHasAnEmptyPageAndOtherCollectionsHaveNone() {
    assertThat(gallery.faces(gallery.collection(), null, 10))
        .contains(new Page("", List.of(), null));
    assertThat(gallery.faces(new CollectionId("another"), null, 10)).isEmpty();
    assertThat(gallery.face(new FaceId("nobody"))).isEmpty();
    assertThat(gallery.crop(new FaceId("nobody"))).isEmpty();
    assertThat(gallery.size()).isEqualTo(new Size(0, 0, null));
  }

  @Test
  void itsOwnCollectionIsTheOneOfTheRules() {
    assertThat(gallery.collection()).isEqualTo(new CollectionId("gallery"));
  }

  @Test
  void facesAreShownPageByPageWithTheirRecords() {
    List<FaceRecord> records = new ArrayList<>(scene.index(name, Photos.twoFaces()).faces());
    records.addAll(scene.index(new PhotoName("three.jpg"), Photos.threeFaces()).faces());

    List<GalleryFace> shown = new ArrayList<>();
    Cursor next = null;
    do {
      Page page = gallery.faces(gallery.collection(), next, 2).orElseThrow();
      assertThat(page.modelVersion()).isEqualTo(InMemoryFaceCollections.MODEL_VERSION);
      assertThat(page.faces()).hasSizeLessThanOrEqualTo(2);
      shown.addAll(page.faces());
      next = page.next();
    } while (next != null);

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            records.stream().map(record -> new GalleryFace(record.face(), record)).toList());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gallery.faces(gallery.collection(), new Cursor("made up!"), 2));
  }

  @Test
  void aFaceIsShownByItsId() {
    FaceRecord face = scene.index(name, Photos.twoFaces()).faces().getLast();

    assertThat(gallery.face(face.id())).contains(new GalleryFace(face.face(), face));
    assertThat(gallery.face(new FaceId("nobody"))).isEmpty();
  }

  @Test
  void aFaceThatCameByAnotherWayIsShownWithoutARecord() {
    FaceId face = scene.indexUnrecorded(Portrait.of(Person.CLARA), name).getFirst();

    assertThat(gallery.face(face)).hasValueSatisfying(shown -> assertThat(shown.record()).isNull());
    assertThat(gallery.faces(gallery.collection(), null, 10).orElseThrow().faces()).hasSize(1);
    assertThat(gallery.crop(face)).isEmpty();
  }

  @Test
  void aDeletedFaceIsNotShown() {
    FaceId face = scene.index(name, Photos.twoFaces()).faces().getFirst().id();
    assertThat(scene.gallery().faceDeletion().delete(face))
        .isEqualTo(DeleteFace.Deletion.RESTORABLE);

    assertThat(gallery.face(face)).isEmpty();
    assertThat(gallery.crop(face)).isEmpty();
  }

  /** Its record says so before the collection does. */
  @Test
  void neitherIsAFaceThatIsBeingDeleted() {
    GalleryPhoto photo = scene.index(name, Photos.twoFaces());
    FaceId face = photo.faces().getFirst().id();
    GalleryPhoto marked = photo.without(face, scene.kept().clock().instant());
    assertThat(scene.kept().records().replace(photo, marked)).contains(marked);
    assertThat(scene.inCollection()).contains(face);

    assertThat(gallery.face(face)).isEmpty();
    assertThat(gallery.crop(face)).isEmpty();
    assertThat(gallery.faces(gallery.collection(), null, 10).orElseThrow().faces())
        .extracting(shown -> shown.face().id())
        .containsExactly(photo.faces().getLast().id());
  }

  @Test
  void aFaceIsCutOutOfItsPhoto() {
    FaceRecord face = scene.index(name, Photos.twoFaces()).faces().getFirst();

    Photo crop = gallery.crop(face.id()).orElseThrow();

    assertThat(crop.format()).contains(PhotoFormat.PNG);
    assertThat(widthOf(crop))
        .isEqualTo((int) (face.face().box().width() * widthOf(Photos.twoFaces())));
    assertThat(scene.gallery().stillOpen()).isZero();
  }

  @Test
  void fromAPhotoThatIsGoneOrAnotherNowNothingIsCutOut() {
    FaceId face = scene.index(name, Photos.twoFaces()).faces().getFirst().id();
    PhotoRef ref = new PhotoRef("gallery", name.value());
    Stream<Photo> others = Stream.of(Photos.threeFaces(), Photos.truncated());

    others.forEach(
        other -> {
          scene.kept().photos().put(ref, other);
          assertThat(gallery.crop(face)).isEmpty();
        });
    scene.kept().photos().delete(ref);
    assertThat(gallery.crop(face)).isEmpty();
  }

  @Test
  void photosAndFacesAreCounted() {
    scene.index(name, Photos.twoFaces());
    scene.index(new PhotoName("nobody.jpg"), Photos.nobody());

    assertThat(gallery.size()).isEqualTo(new Size(2, 2, InMemoryFaceCollections.MODEL_VERSION));
  }

  private static int widthOf(Photo photo) {
    Opened opened = new PlainPhotoOpener().open(photo);
    assertThat(opened).isInstanceOf(Opened.Decoded.class);
    try (Picture picture = ((Opened.Decoded) opened).picture()) {
      return picture.width();
    }
  }
}
