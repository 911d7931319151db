package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing.Indexed;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.DeleteFace.Deletion;
import dev.riderphotos.gallery.GalleryListing.GalleryFace;
import dev.riderphotos.gallery.GalleryListing.Page;
import dev.riderphotos.gallery.GallerySearch.Match;
import dev.riderphotos.gallery.GallerySearch.SearchedFace;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.InMemoryLiveCollections;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainPhotoOpener;
import dev.riderphotos.testkit.TestGallery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Another collection becomes live, to which the faces were moved. */
class SwitchOverTest {
  private static final CollectionId FIRST = InMemoryLiveCollections.GALLERY;
  private static final CollectionId NEXT = new CollectionId("next");
  private static final PhotoName ADA = new PhotoName("Ada.jpg");
  private static final PhotoName OTHER = new PhotoName("Other.jpg");

  private Scene scene = paired();

  @Test
  void movedFacesAreFoundWithTheirRecords() {
    FaceId before = index();
    FaceId moved = moveAndSwitch(before);

    SearchedFace searched = scene.search(Photos.anotherOf(Person.ADA));

    assertThat(searched.matches())
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.similar().face().id()).isEqualTo(moved);
              assertThat(match.record()).isNotNull();
            });
  }

  @Test
  void anOldIdLeadsToThePresentFace() {
    FaceId before = index();
    FaceId moved = moveAndSwitch(before);
    GalleryListing listing = scene.gallery().listing();

    for (FaceId id : List.of(before, moved)) {
      assertThat(listing.face(id)).map(GalleryFace::face).map(IndexedFace::id).contains(moved);
      assertThat(listing.face(id)).map(GalleryFace::record).isPresent();
      assertThat(listing.crop(id)).isPresent();
    }
    assertThat(listing.collection()).isEqualTo(NEXT);
    assertThat(listing.size().faces()).isOne();
  }

  @Test
  void notThisPersonHolds() {
    FaceId before = index();
    Photo searched = Photos.anotherOf(Person.ADA);
    Appearance appearance = scene.search(searched).id();
    assertThat(scene.gallery().telling().tellApart(appearance, before)).isPresent();

    FaceId moved = moveAndSwitch(before);
    assertThat(scene.search(searched).matches()).isEmpty();

    assertThat(scene.gallery().telling().takeBack(appearance, before)).isPresent();
    assertThat(scene.search(searched).matches()).hasSize(1);
    assertThat(scene.gallery().telling().tellApart(appearance, moved)).isPresent();
    assertThat(scene.search(searched).matches()).isEmpty();
  }

  @Test
  void notThisPersonHoldsWhereTheNewModelFindsFacesABitBeside() {
    AtomicBoolean newModel = new AtomicBoolean();
    scene = paired(new KnownFaces(face -> newModel.get() ? beside(face) : face));
    FaceId before = index();
    FaceId other = scene.index(OTHER, Photos.anotherOf(Person.ADA)).faces().getFirst().id();
    Appearance ada = scene.search(Photos.of(Person.ADA)).id();
    assertThat(scene.gallery().telling().tellApart(ada, other)).isPresent();

    newModel.set(true);
    FaceId _ = toNext(OTHER, other);
    FaceId _ = moveAndSwitch(before);
    assertToldApart(ada);

    GalleryPhoto _ = scene.index(ADA, Photos.of(Person.ADA));
    GalleryPhoto _ = scene.index(OTHER, Photos.anotherOf(Person.ADA));
    assertToldApart(ada);

    FaceId present = scene.photo(OTHER).orElseThrow().faces().getFirst().id();
    assertThat(scene.gallery().faceDeletion().delete(present)).isEqualTo(Deletion.RESTORABLE);
    assertThat(scene.gallery().restoration().restore(present)).isPresent();
    assertToldApart(ada);
  }

  private void assertToldApart(Appearance ada) {
    SearchedFace searched = scene.search(Photos.of(Person.ADA));
    assertThat(searched.id()).isEqualTo(ada);
    assertThat(searched.labels()).containsExactly("Ada");
    assertThat(scene.search(Photos.anotherOf(Person.ADA)).labels()).containsExactly("Other");
  }

  private static FaceDetail beside(FaceDetail face) {
    BoundingBox box = face.box();
    return new FaceDetail(
        new BoundingBox(box.left() + 0.02, box.top() + 0.02, box.width(), box.height()),
        face.confidence(),
        face.sunglasses(),
        face.pose(),
        face.brightness(),
        face.sharpness());
  }

  @Test
  void aFaceIsDeletedFromBothAndRestoredUnderAnyId() {
    FaceId before = index();
    FaceId moved = moveAndSwitch(before);

    assertThat(scene.gallery().faceDeletion().delete(before)).isEqualTo(Deletion.RESTORABLE);
    assertThat(in(FIRST)).isEmpty();
    assertThat(in(NEXT)).isEmpty();
    assertThat(scene.gallery().faceDeletion().delete(moved)).isEqualTo(Deletion.UNKNOWN);

    assertThat(scene.gallery().restoration().restore(moved)).isPresent();
    assertThat(scene.search(Photos.anotherOf(Person.ADA)).matches())
        .extracting(Match::record)
        .doesNotContainNull()
        .hasSize(1);
    scene.holds(ADA);
  }

  @Test
  void aPhotoIsDeletedWithItsFacesInBoth() {
    FaceId before = index();
    FaceId moved = moveAndSwitch(before);

    assertThat(scene.gallery().photoDeletion().delete(ADA)).isPresent();

    assertThat(in(FIRST)).isEmpty();
    assertThat(in(NEXT)).isEmpty();
    assertThat(scene.kept().counterparts().of(moved)).isEmpty();
    scene.holds(ADA);
  }

  @Test
  void theSamePhotoAgainFindsItsFacesThere() {
    FaceId moved = moveAndSwitch(index());

    assertThat(scene.index(ADA, Photos.of(Person.ADA)).faces())
        .extracting(FaceRecord::id)
        .containsExactly(moved);

    assertThat(in(NEXT)).containsExactly(moved);
    assertThat(in(FIRST)).hasSize(1);
    scene.holds(ADA);
  }

  @Test
  void anotherPhotoOfTheNameReplacesTheFacesInBoth() {
    FaceId moved = moveAndSwitch(index());

    assertThat(scene.index(ADA, Photos.of(Person.BORIS)).faces()).hasSize(1);

    assertThat(in(NEXT)).hasSize(1).doesNotContain(moved);
    assertThat(in(FIRST)).isEmpty();
    assertThat(scene.kept().counterparts().of(moved)).isEmpty();
    scene.holds(ADA);
  }

  @Test
  void whoTurnsPagesGoesOnWhereTheyBegan() {
    FaceId before = index();
    GalleryPhoto boris = scene.index(new PhotoName("Boris.jpg"), Photos.of(Person.BORIS));
    GalleryListing listing = scene.gallery().listing();
    Page first = listing.faces(FIRST, null, 1).orElseThrow();
    scene.kept().live().switchOver(Role.GALLERY, FIRST, NEXT);

    Page second = listing.faces(NEXT, first.next(), 1).orElseThrow();

    List<GalleryFace> both = new ArrayList<>(first.faces());
    both.addAll(second.faces());
    assertThat(both)
        .extracting(face -> face.face().id())
        .containsExactlyInAnyOrder(before, boris.faces().getFirst().id());
  }

  @Test
  void whateverCallOfAnIndexingItComesBeforeTheFaceIsFound() {
    interrupted(
        _ -> {},
        gallery -> {
          var _ = gallery.indexing().index(ADA, Photos.of(Person.ADA), PhotoMetadata.NONE);
        },
        1);
  }

  @Test
  void whateverCallOfARestorationItComesBeforeTheFaceIsFound() {
    interrupted(
        _ -> {
          FaceId face = index();
          assertThat(scene.gallery().faceDeletion().delete(face)).isEqualTo(Deletion.RESTORABLE);
        },
        gallery -> {
          FaceId face = scene.photo(ADA).orElseThrow().faces().getFirst().id();
          assertThat(gallery.restoration().restore(face)).isPresent();
        },
        1);
  }

  @Test
  void whateverCallOfADeletionItComesBeforeTheFaceIsGone() {
    interrupted(
        _ -> index(),
        gallery -> {
          FaceId face = scene.photo(ADA).orElseThrow().faces().getFirst().id();
          assertThat(gallery.faceDeletion().delete(face)).isEqualTo(Deletion.RESTORABLE);
        },
        0);
  }

  /** Does it again and again, and each time the switch comes before a later call. */
  private void interrupted(
      Consumer<Scene> preparation, Consumer<TestGallery> work, int facesAfterwards) {
    int calls = 0;
    TestGallery gallery;
    do {
      scene = paired();
      preparation.accept(scene);
      gallery = scene.anotherProcess();
      gallery
          .faults()
          .before(++calls, () -> scene.kept().live().switchOver(Role.GALLERY, FIRST, NEXT));
      scene.kept().clock().goOn(Duration.ofMinutes(5));
      work.accept(gallery);
      boolean came = scene.live().equals(NEXT);

      assertThat(scene.photo(ADA).orElseThrow().finished()).isTrue();
      assertThat(scene.search(Photos.anotherOf(Person.ADA)).matches())
          .as("before call " + calls)
          .hasSize(facesAfterwards)
          .allSatisfy(match -> assertThat(match.record()).isNotNull());
      if (facesAfterwards == 0) {
        assertThat(in(FIRST)).isEmpty();
      }
      if (!came) {
        break;
      }
    } while (calls < 100);
    assertThat(calls).isBetween(5, 99);
  }

  private static Scene paired() {
    return paired(new KnownFaces());
  }

  private static Scene paired(FaceDetector detector) {
    Scene scene = new Scene(Scene.settings(10, Duration.ZERO), detector);
    scene.kept().live().pair(Role.GALLERY, NEXT);
    var _ = scene.kept().collections().create(NEXT);
    return scene;
  }

  private FaceId index() {
    return scene.index(ADA, Photos.of(Person.ADA)).faces().getFirst().id();
  }

  private FaceId moveAndSwitch(FaceId face) {
    FaceId moved = toNext(ADA, face);
    scene.kept().live().switchOver(Role.GALLERY, FIRST, NEXT);
    return moved;
  }

  /** As who moves the gallery does it: the photo is indexed there under its name. */
  private FaceId toNext(PhotoName name, FaceId face) {
    Photo stored = scene.stored(name).orElseThrow();
    try (Picture picture = ((Opened.Decoded) new PlainPhotoOpener().open(stored)).picture()) {
      NewFaces faces =
          new NewFaces(
              new FaceImage(picture, null), name.externalImageId(), 10, QualityFilter.AUTO);
      List<Indexed> indexed = scene.kept().collections().index(NEXT, faces).orElseThrow().indexed();
      FaceId moved = indexed.getFirst().face().id();
      scene.kept().counterparts().pair(FIRST, face, NEXT, moved);
      return moved;
    }
  }

  private List<FaceId> in(CollectionId collection) {
    return scene.kept().collections().faces(collection, null, 100).stream()
        .flatMap(page -> page.faces().stream())
        .map(IndexedFace::id)
        .toList();
  }
}
