package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.GallerySearch.SearchedFace;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.InMemoryFaceCollections;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.Photos;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchGalleryTest {
  private final PhotoName ada = new PhotoName("Ada-Lovelace.jpg");
  private final PhotoName boris = new PhotoName("Boris.png");
  private final Scene scene = new Scene();

  @Test
  void inAnEmptyGalleryNobodyIsFound() {
    assertThat(scene.search(Photos.oneFace()).matches()).isEmpty();
    assertThat(scene.search(Photos.oneFace()).labels()).isEmpty();
  }

  @Test
  void whoIsKnownIsFoundByTheNameOfThePhoto() {
    FaceRecord known = scene.index(ada, Photos.of(Person.ADA)).faces().getFirst();
    scene.index(boris, Photos.of(Person.BORIS));

    SearchedFace found = scene.search(Photos.anotherOf(Person.ADA));

    assertThat(found.labels()).containsExactly("Ada lovelace");
    assertThat(found.matches())
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.record()).isEqualTo(known);
              assertThat(match.similar().face()).isEqualTo(known.face());
              assertThat(match.similar().similarity()).isBetween(80.0, 100.0);
            });
    assertThat(found.confidence()).isBetween(50.0, 100.0);
    assertThat(found.id())
        .isEqualTo(Appearance.of(PhotoDigest.of(Photos.anotherOf(Person.ADA)), found.box()));
  }

  @Test
  void aStrangerIsNotFound() {
    scene.index(ada, Photos.of(Person.ADA));

    assertThat(scene.search(Photos.of(Person.CLARA)).matches()).isEmpty();
  }

  @Test
  void theMostSimilarComesFirstAndWhoIsLessLikeThanTheThresholdNotAtAll() {
    scene.index(boris, Photos.of(Person.BORIS));
    scene.index(ada, Photos.of(Person.ADA));
    scene.index(new PhotoName("Clara.jpg"), Photos.of(Person.CLARA));
    scene.collections().lookAlike(Person.ADA, Person.BORIS, 80);
    scene.collections().lookAlike(Person.ADA, Person.CLARA, 79.9);

    assertThat(scene.search(Photos.of(Person.ADA)).labels())
        .containsExactly("Ada lovelace", "Boris");
  }

  @Test
  void ofOneFaceAtMostSoManyAreFound() {
    Scene few = new Scene(Scene.settings(2, Duration.ZERO));
    for (int copy = 0; copy < 4; copy++) {
      few.index(new PhotoName("copy-" + copy), Photos.of(Person.ADA));
    }

    assertThat(few.search(Photos.of(Person.ADA)).matches()).hasSize(2);
  }

  @Test
  void theLargestFaceIsSearchedForOrAllOfThem() {
    scene.index(ada, Photos.of(Person.ADA));
    scene.index(boris, Photos.of(Person.BORIS));

    assertThat(scene.search(Photos.twoFaces()).labels()).containsExactly("Ada lovelace");
    assertThat(everybody(Photos.threeFaces()))
        .extracting(SearchedFace::labels)
        .containsExactly(List.of("Ada lovelace"), List.of("Boris"), List.of());
    assertThat(everybody(Photos.threeFaces())).extracting(SearchedFace::id).doesNotHaveDuplicates();
  }

  @Test
  void aPhotoOfNobodyHasNoFace() {
    assertThat(scene.gallery().search().search(Photos.nobody(), true))
        .isEqualTo(new GallerySearch.NoFace());
    assertThat(scene.gallery().search().search(Photos.nobody(), false))
        .isEqualTo(new GallerySearch.NoFace());
  }

  @Test
  void aFaceThatDoesNotPassTheFilterIsNoFace() {
    Scene night =
        new Scene(Scene.settings(10, Duration.ZERO), new KnownFaces(SearchGalleryTest::dark));

    assertThat(night.gallery().search().search(Photos.oneFace(), true))
        .isEqualTo(new GallerySearch.NoFace());
  }

  @Test
  void whatCannotBeOpenedIsRefused() {
    assertThat(scene.gallery().search().search(Photos.truncated(), false))
        .isEqualTo(new GallerySearch.Refused(PhotoProblem.UNREADABLE));
    assertThat(scene.gallery().search().search(Photos.tooSmall(), false))
        .isEqualTo(new GallerySearch.Refused(PhotoProblem.TOO_SMALL));
  }

  @Test
  void aFaceThatCameByAnotherWayHasNoLabel() {
    FaceId face = scene.indexUnrecorded(Portrait.of(Person.CLARA), ada).getFirst();

    SearchedFace found = scene.search(Photos.of(Person.CLARA));

    assertThat(found.matches())
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.record()).isNull();
              assertThat(match.similar().face().id()).isEqualTo(face);
            });
    assertThat(found.labels()).isEmpty();
  }

  /** Its record says so before the collection does. */
  @Test
  void aFaceThatIsBeingDeletedIsNotFound() {
    GalleryPhoto photo = scene.index(ada, Photos.of(Person.ADA));
    GalleryPhoto marked =
        photo.without(photo.faces().getFirst().id(), scene.kept().clock().instant());
    assertThat(scene.kept().records().replace(photo, marked)).contains(marked);
    assertThat(scene.inCollection()).hasSize(1);

    assertThat(scene.search(Photos.of(Person.ADA)).matches()).isEmpty();
  }

  @Test
  void theModelIsTold() {
    GallerySearch search = scene.gallery().search().search(Photos.oneFace(), false);

    assertThat(search)
        .isInstanceOfSatisfying(
            GallerySearch.Found.class,
            found ->
                assertThat(found.modelVersion()).isEqualTo(InMemoryFaceCollections.MODEL_VERSION));
  }

  @Test
  void nothingIsKeptOfAPhotoThatIsSearchedFor() {
    scene.index(ada, Photos.of(Person.ADA));

    assertThat(everybody(Photos.threeFaces())).hasSize(3);

    assertThat(scene.inCollection()).hasSize(1);
    assertThat(scene.kept().records().size()).isOne();
    assertThat(scene.gallery().stillOpen()).isZero();
    scene.holds(ada);
  }

  private List<SearchedFace> everybody(Photo photo) {
    GallerySearch search = scene.gallery().search().search(photo, true);
    assertThat(search).isInstanceOf(GallerySearch.Found.class);
    return ((GallerySearch.Found) search).faces();
  }

  private static FaceDetail dark(FaceDetail seen) {
    return new FaceDetail(
        seen.box(), seen.confidence(), seen.sunglasses(), seen.pose(), 10, seen.sharpness());
  }
}
