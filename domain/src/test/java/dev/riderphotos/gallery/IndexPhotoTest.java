package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.Indexing.Unindexed;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.gallery.GallerySearch.Match;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.InMemoryFaceCollections;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.Photos;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexPhotoTest {
  private static final int THREADS = 8;

  private final PhotoName name = new PhotoName("Ada-Boris.jpg");
  private final Photo couple = Photos.twoFaces();
  private final Photo clara = Photos.of(Person.CLARA);

  @Test
  void everyFaceIsIndexedUnderThePhotosNameAndRecorded() {
    Scene scene = new Scene();

    PhotoIndexing indexing = scene.gallery().indexing().index(name, couple, Scene.METADATA);

    GalleryPhoto photo = scene.photo(name).orElseThrow();
    assertThat(indexing)
        .isEqualTo(
            new PhotoIndexing.Indexed(photo, InMemoryFaceCollections.MODEL_VERSION, List.of()));
    assertThat(photo.content()).isEqualTo(PhotoDigest.of(couple));
    assertThat(photo.faces())
        .hasSize(2)
        .allSatisfy(
            face -> {
              assertThat(face.face().externalImageId()).isEqualTo(name.externalImageId());
              assertThat(face.name()).isEqualTo(name);
              assertThat(face.content()).isEqualTo(photo.content());
              assertThat(face.metadata()).isEqualTo(Scene.METADATA);
              assertThat(face.deleted()).isFalse();
            })
        .isSortedAccordingTo(
            (one, other) -> Double.compare(other.face().box().area(), one.face().box().area()));
    assertThat(scene.stored(name)).contains(couple);
    assertThat(scene.gallery().stillOpen()).isZero();
    scene.holds(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b/(é).jpg", "日本.png", "b64:eA", "../x", " x "})
  void theOddestNameIsAsGoodAsAny(String odd) {
    Scene scene = new Scene();
    PhotoName oddName = new PhotoName(odd);

    scene.index(oddName, clara);

    assertThat(scene.search(Photos.anotherOf(Person.CLARA)).matches())
        .extracting(Match::record)
        .isEqualTo(scene.photo(oddName).orElseThrow().faces());
    scene.holds(oddName);
  }

  @Test
  void allFacesAreFoundFromThenOn() {
    Scene scene = new Scene();

    scene.index(name, couple);

    for (Person person : List.of(Person.ADA, Person.BORIS)) {
      assertThat(scene.search(Photos.anotherOf(person)).labels()).containsExactly("Ada boris");
    }
  }

  @Test
  void aPhotoOfNobodyIsKeptWithoutFaces() {
    Scene scene = new Scene();

    assertThat(scene.index(name, Photos.nobody()).faces()).isEmpty();

    assertThat(scene.stored(name)).contains(Photos.nobody());
    scene.holds(name);
  }

  @Test
  void theSameNameAgainReplacesPhotoFacesAndRecords() {
    Scene scene = new Scene();
    List<FaceId> before = ids(scene.index(name, couple));

    PhotoIndexing _ = scene.gallery().indexing().index(name, clara, PhotoMetadata.NONE);

    assertThat(scene.kept().records().faces(before)).isEmpty();
    assertThat(scene.photo(name).orElseThrow().faces())
        .singleElement()
        .satisfies(face -> assertThat(face.metadata()).isEqualTo(PhotoMetadata.NONE));
    assertThat(scene.stored(name)).contains(clara);
    scene.holds(name);
  }

  @Test
  void theSamePhotoAgainFindsItsFacesThere() {
    Scene scene = new Scene();
    List<FaceId> before = ids(scene.index(name, couple));

    assertThat(ids(scene.index(name, couple))).isEqualTo(before);

    scene.holds(name);
  }

  @Test
  void onePhotoMayHaveSeveralNames() {
    Scene scene = new Scene();
    PhotoName other = new PhotoName("other.jpg");
    scene.index(name, clara);
    scene.index(other, clara);

    assertThat(scene.search(clara).labels()).containsExactlyInAnyOrder("Ada boris", "Other");
    assertThat(scene.inCollection()).hasSize(2);
  }

  @Test
  void whatADeletedFaceWasOnBringsItBack() {
    Scene scene = new Scene();
    FaceId deleted = ids(scene.index(name, couple)).getFirst();
    assertThat(scene.gallery().faceDeletion().delete(deleted))
        .isEqualTo(DeleteFace.Deletion.RESTORABLE);

    GalleryPhoto again = scene.index(name, couple);

    assertThat(again.liveFaces()).hasSize(2);
    assertThat(ids(again)).doesNotContain(deleted);
    scene.holds(name);
  }

  @Test
  void whatCannotBeOpenedChangesNothing() {
    Scene scene = new Scene();
    GalleryPhoto before = scene.index(name, couple);

    for (Photo damaged : List.of(Photos.truncated(), Photos.tooSmall(), Photos.tooLarge())) {
      assertThat(scene.gallery().indexing().index(name, damaged, PhotoMetadata.NONE))
          .isInstanceOf(PhotoIndexing.Refused.class);
    }
    assertThat(scene.gallery().indexing().index(name, Photos.truncated(), PhotoMetadata.NONE))
        .isEqualTo(new PhotoIndexing.Refused(PhotoProblem.UNREADABLE));

    assertThat(scene.photo(name)).contains(before);
    assertThat(scene.stored(name)).contains(couple);
    scene.holds(name);
  }

  @Test
  void facesBeyondTheMostAreToldAndNotIndexed() {
    Scene scene = new Scene(Scene.settings(1, Duration.ZERO));

    assertThat(unindexed(scene))
        .singleElement()
        .extracting(Unindexed::reasons)
        .isEqualTo(Set.of(UnindexedReason.EXCEEDS_MAX_FACES));

    scene.holds(name);
  }

  @Test
  void facesThatDoNotPassTheFilterAreToldAndNotIndexed() {
    Scene scene =
        new Scene(Scene.settings(10, Duration.ZERO), new KnownFaces(IndexPhotoTest::dark));

    assertThat(unindexed(scene))
        .singleElement()
        .extracting(Unindexed::reasons)
        .isEqualTo(Set.of(UnindexedReason.LOW_BRIGHTNESS));

    assertThat(scene.photo(name).orElseThrow().faces()).hasSize(1);
    scene.holds(name);
  }

  @Test
  void whatWasSaidOfFacesThatAreNoMoreIsForgotten() {
    Scene scene = new Scene();
    Appearance stranger = new Appearance("0".repeat(32));
    FaceRecord ada = scene.index(name, couple).faces().getFirst();
    assertThat(scene.gallery().telling().tellApart(stranger, ada.id())).isPresent();

    scene.index(name, couple);
    assertThat(scene.kept().distinctions().from(stranger)).containsExactly(ada.appearance());

    scene.index(name, clara);
    assertThat(scene.kept().distinctions().from(stranger)).isEmpty();
  }

  @Test
  void ofManyWhoSendThePhotoAtOnceOneAfterTheOtherHasItsTurn() {
    Scene scene = new Scene();

    List<GalleryPhoto> indexed =
        Concurrently.call(THREADS, number -> scene.index(name, number % 2 == 0 ? couple : clara));

    assertThat(indexed)
        .hasSize(THREADS)
        .extracting(GalleryPhoto::content)
        .containsOnly(PhotoDigest.of(couple), PhotoDigest.of(clara));
    scene.holds(name);
  }

  private List<Unindexed> unindexed(Scene scene) {
    PhotoIndexing indexing = scene.gallery().indexing().index(name, couple, PhotoMetadata.NONE);
    assertThat(indexing).isInstanceOf(PhotoIndexing.Indexed.class);
    return ((PhotoIndexing.Indexed) indexing).unindexed();
  }

  /** Whoever is on the right stands in the dark. */
  private static FaceDetail dark(FaceDetail seen) {
    return new FaceDetail(
        seen.box(),
        seen.confidence(),
        seen.sunglasses(),
        seen.pose(),
        seen.box().left() > 0.5 ? 10 : seen.brightness(),
        seen.sharpness());
  }

  private static List<FaceId> ids(GalleryPhoto photo) {
    return photo.faces().stream().map(FaceRecord::id).toList();
  }
}
