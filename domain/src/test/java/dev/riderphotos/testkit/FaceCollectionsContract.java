package dev.riderphotos.testkit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.CollectionPage;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.FaceSearch;
import dev.riderphotos.face.FaceCollections.ImageSearch;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceCollections.Searched;
import dev.riderphotos.face.FaceCollections.SearchedImage;
import dev.riderphotos.face.FaceCollections.Summary;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.Indexing.Indexed;
import dev.riderphotos.face.Indexing.Unindexed;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all {@link FaceCollections} keep. Nothing here asserts a similarity: only who is found. */
public abstract class FaceCollectionsContract {
  private static final Matching LIKELY = new Matching(80, 100);
  private static final Matching ANYBODY = new Matching(0, 100);
  private static final Comparator<SeenFace> LARGEST_FIRST =
      comparingDouble((SeenFace face) -> face.detail().box().area()).reversed();
  private static final Comparator<SimilarFace> MOST_SIMILAR_FIRST =
      comparingDouble(SimilarFace::similarity).reversed();

  private final CollectionId club = new CollectionId("club");
  private final FaceId nobody = new FaceId("00000000-0000-0000-0000-000000000000");
  private final Portrait couple = Portrait.together(Person.ADA, Person.BORIS);

  /** None is there at first; the same ones whenever asked for in one test. */
  protected abstract FaceCollections collections();

  @Test
  void nothingIsThereBeforeItIsMade() {
    assertThat(collections().describe(club)).isEmpty();
    assertThat(collections().delete(club)).isEmpty();
    assertThat(collections().faces(club, null, 10)).isEmpty();
    assertThat(collections().faces(club, List.of(nobody))).isEmpty();
    assertThat(collections().deleteFaces(club, List.of(nobody))).isEmpty();
    assertThat(collections().search(club, nobody, LIKELY)).isEmpty();
    Optional<Indexing> indexing =
        with(Portrait.of(Person.ADA), image -> collections().index(club, newFaces(image)));
    assertThat(indexing).isEmpty();
    Optional<ImageSearch> search =
        with(
            Portrait.of(Person.ADA),
            image -> collections().search(club, searched(image, false), LIKELY));
    assertThat(search).isEmpty();
    assertThat(collections().list(null, 10)).isEqualTo(new CollectionPage(List.of(), null));
  }

  @Test
  void aNewCollectionIsEmptyAndBoundToAModel() {
    Summary made = collections().create(club).orElseThrow();

    assertThat(made.id()).isEqualTo(club);
    assertThat(made.modelVersion()).isNotBlank();
    assertThat(collections().describe(club))
        .hasValueSatisfying(
            described -> {
              assertThat(described.modelVersion()).isEqualTo(made.modelVersion());
              assertThat(described.faces()).isZero();
            });
    assertThat(facesOf(club)).isEmpty();
    assertThat(search(Portrait.of(Person.ADA)).faces())
        .singleElement()
        .satisfies(face -> assertThat(face.matches()).isEmpty());
  }

  @Test
  void aNameIsTakenOnce() {
    Indexing _ = index(Portrait.of(Person.ADA), "ada");

    assertThat(collections().create(club)).isEmpty();

    assertThat(facesOf(club)).hasSize(1);
  }

  @Test
  void collectionsAreListedPageByPage() {
    List<CollectionId> ids =
        Stream.of("a", "A", "b.c", "b-c", "b_c", "z".repeat(255)).map(CollectionId::new).toList();
    ids.forEach(id -> assertThat(collections().create(id)).isPresent());

    List<CollectionId> listed = new ArrayList<>();
    Cursor next = null;
    do {
      CollectionPage page = collections().list(next, 2);
      assertThat(page.collections()).hasSizeLessThanOrEqualTo(2);
      page.collections().forEach(collection -> listed.add(collection.id()));
      next = page.next();
    } while (next != null);

    assertThat(listed).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void anIndexedFaceIsFoundByAnotherPictureAndNotByAStrangers() {
    Indexed ada = index(Portrait.of(Person.ADA), "ada").indexed().getFirst();

    assertThat(search(Portrait.of(Person.ADA).take(1)).faces())
        .singleElement()
        .satisfies(
            face ->
                assertThat(face.matches())
                    .extracting(SimilarFace::face)
                    .containsExactly(ada.face()));
    assertThat(search(Portrait.of(Person.CLARA)).faces().getFirst().matches()).isEmpty();
    assertThat(ada.face().externalImageId()).isEqualTo(ExternalImageId.of("ada"));
    assertThat(ada.seen().landmarks()).isNotEmpty();
  }

  @Test
  void allFacesOfAnImageAreIndexedFromOneImage() {
    Indexing indexing = index(couple, null);

    assertThat(indexing.unindexed()).isEmpty();
    assertThat(indexing.indexed())
        .hasSize(2)
        .isSortedAccordingTo(comparing(Indexed::seen, LARGEST_FIRST))
        .extracting(indexed -> indexed.face().image())
        .containsOnly(indexing.indexed().getFirst().face().image());
    assertThat(facesOf(club))
        .containsExactlyInAnyOrderElementsOf(
            indexing.indexed().stream().map(Indexed::face).toList())
        .allSatisfy(face -> assertThat(face.externalImageId()).isNull());
  }

  @Test
  void theSameImageUnderTheSameNameAddsNothing() {
    Indexing first = index(couple, "both");

    assertThat(index(couple, "both").indexed())
        .extracting(Indexed::face)
        .isEqualTo(first.indexed().stream().map(Indexed::face).toList());
    assertThat(facesOf(club)).hasSize(2);

    assertThat(index(couple, "again").indexed()).hasSize(2);
    assertThat(facesOf(club)).hasSize(4);
  }

  @Test
  void facesBeyondTheMostAreNotIndexed() {
    assertThat(collections().create(club)).isPresent();

    Indexing indexing =
        with(
            Portrait.together(Person.BORIS, Person.ADA, Person.CLARA),
            image ->
                collections()
                    .index(club, new NewFaces(image, null, 1, QualityFilter.NONE))
                    .orElseThrow());

    assertThat(indexing.indexed()).hasSize(1);
    assertThat(indexing.unindexed())
        .hasSize(2)
        .isSortedAccordingTo(comparing(Unindexed::seen, LARGEST_FIRST))
        .extracting(Unindexed::reasons)
        .containsOnly(Set.of(UnindexedReason.EXCEEDS_MAX_FACES));
    double most = indexing.indexed().getFirst().seen().detail().box().area();
    assertThat(indexing.unindexed()).allMatch(face -> face.seen().detail().box().area() <= most);
    assertThat(facesOf(club)).hasSize(1);
  }

  @Test
  void anImageOfNobodyIsNeitherIndexedNorSearchedFor() {
    assertThat(index(Portrait.nobody(), "nobody").indexed()).isEmpty();
    assertThat(search(Portrait.nobody()).faces()).isEmpty();
  }

  @Test
  void everyFaceOfAnImageMayBeSearchedFor() {
    IndexedFace boris = index(Portrait.of(Person.BORIS), "boris").indexed().getFirst().face();

    List<Searched> faces = everybody(couple.take(1), LIKELY);

    assertThat(faces).hasSize(2);
    assertThat(faces)
        .flatExtracting(face -> face.matches().stream().map(SimilarFace::face).toList())
        .containsExactly(boris);
  }

  @Test
  void aFaceFindsOthersOfThePersonAndNotItself() {
    IndexedFace ada = index(Portrait.of(Person.ADA), "1").indexed().getFirst().face();
    IndexedFace later = index(Portrait.of(Person.ADA).take(1), "2").indexed().getFirst().face();
    Indexing _ = index(Portrait.of(Person.BORIS), "3");

    assertThat(collections().search(club, ada.id(), LIKELY).map(FaceSearch::matches))
        .hasValueSatisfying(
            matches -> assertThat(matches).extracting(SimilarFace::face).containsExactly(later));
    assertThat(collections().search(club, nobody, LIKELY)).isEmpty();
  }

  @Test
  void thoseOnAnImageAreSearchedForTheLargestFirst() {
    assertThat(collections().create(club)).isPresent();
    Portrait three = Portrait.together(Person.BORIS, Person.ADA, Person.CLARA);

    List<Searched> all = everybody(three, LIKELY);

    assertThat(all)
        .hasSize(3)
        .isSortedAccordingTo(comparingDouble((Searched face) -> face.box().area()).reversed());
    assertThat(search(three).faces())
        .singleElement()
        .extracting(Searched::box)
        .isEqualTo(all.getFirst().box());
  }

  @Test
  void theMostSimilarComeFirstAndNoMoreThanAskedFor() {
    Portrait ada = Portrait.of(Person.ADA);
    List.of(Person.BORIS, Person.CLARA, Person.DAVID)
        .forEach(
            person -> assertThat(index(Portrait.of(person), person.name()).indexed()).hasSize(1));
    IndexedFace wanted = index(ada, "ada").indexed().getFirst().face();
    IndexedFace later = index(ada.take(1), "later").indexed().getFirst().face();

    List<SimilarFace> byImage = everybody(ada.take(2), ANYBODY).getFirst().matches();
    List<SimilarFace> byFace =
        collections().search(club, wanted.id(), ANYBODY).orElseThrow().matches();

    assertThat(byImage).hasSize(5).isSortedAccordingTo(MOST_SIMILAR_FIRST);
    assertThat(byImage.subList(0, 2))
        .extracting(SimilarFace::face)
        .containsExactlyInAnyOrder(wanted, later);
    assertThat(byFace).hasSize(4).isSortedAccordingTo(MOST_SIMILAR_FIRST);
    assertThat(byFace.getFirst().face()).isEqualTo(later);
    assertThat(everybody(ada.take(2), new Matching(0, 2)).getFirst().matches())
        .isEqualTo(byImage.subList(0, 2));
    assertThat(collections().search(club, wanted.id(), new Matching(0, 1)).orElseThrow().matches())
        .isEqualTo(byFace.subList(0, 1));
  }

  @Test
  void facesAreListedPageByPageAndById() {
    List<IndexedFace> all =
        IntStream.range(0, 5)
            .mapToObj(take -> index(Portrait.of(Person.ADA), "take-" + take))
            .map(indexing -> indexing.indexed().getFirst().face())
            .toList();

    List<IndexedFace> listed = new ArrayList<>();
    Cursor next = null;
    do {
      FacePage page = collections().faces(club, next, 2).orElseThrow();
      assertThat(page.faces()).hasSizeLessThanOrEqualTo(2);
      listed.addAll(page.faces());
      next = page.next();
    } while (next != null);

    assertThat(listed).containsExactlyInAnyOrderElementsOf(all);
    List<FaceId> some = List.of(nobody, all.get(3).id(), all.get(1).id(), all.get(3).id());
    assertThat(collections().faces(club, some).orElseThrow().faces())
        .containsExactlyInAnyOrder(all.get(1), all.get(3));
    assertThat(collections().deleteFaces(club, some).orElseThrow())
        .containsExactlyInAnyOrder(all.get(1).id(), all.get(3).id());
  }

  @Test
  void aCursorThatWasMadeUpIsRefused() {
    assertThat(collections().create(club)).isPresent();
    Cursor madeUp = new Cursor("made up!");

    assertThatIllegalArgumentException().isThrownBy(() -> collections().list(madeUp, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> collections().faces(club, madeUp, 1));
  }

  @Test
  void aDeletedFaceIsGoneAndTheOthersStay() {
    IndexedFace ada = index(Portrait.of(Person.ADA), "ada").indexed().getFirst().face();
    IndexedFace boris = index(Portrait.of(Person.BORIS), "boris").indexed().getFirst().face();

    assertThat(collections().deleteFaces(club, List.of(ada.id(), nobody)).orElseThrow())
        .containsExactly(ada.id());

    assertThat(collections().deleteFaces(club, List.of(ada.id())).orElseThrow()).isEmpty();
    assertThat(facesOf(club)).containsExactly(boris);
    assertThat(search(Portrait.of(Person.ADA)).faces().getFirst().matches()).isEmpty();
  }

  @Test
  void aDeletedCollectionIsGoneWithItsFacesAndOthersStay() {
    CollectionId other = new CollectionId("other");
    assertThat(collections().create(other)).isPresent();
    Indexing _ = index(Portrait.of(Person.ADA), "ada");

    assertThat(collections().delete(club)).contains(club);
    assertThat(collections().describe(club)).isEmpty();
    assertThat(collections().describe(other)).isPresent();

    assertThat(collections().create(club)).isPresent();
    assertThat(facesOf(club)).isEmpty();
    assertThat(search(Portrait.of(Person.ADA)).faces().getFirst().matches()).isEmpty();
  }

  /** Else records that go by the ids of faces would be of two. */
  @Test
  void theSameImageInAnotherCollectionIsOfOtherFaces() {
    CollectionId other = new CollectionId("other");
    assertThat(collections().create(other)).isPresent();
    List<FaceId> here = idsOf(index(couple, "both"));
    ExternalImageId name = ExternalImageId.of("both");

    List<FaceId> there =
        idsOf(
            with(
                couple,
                image ->
                    collections()
                        .index(other, new NewFaces(image, name, NewFaces.ALL, QualityFilter.NONE))
                        .orElseThrow()));

    assertThat(there).hasSameSizeAs(here).doesNotContainAnyElementsOf(here);
  }

  private static List<FaceId> idsOf(Indexing indexing) {
    return indexing.indexed().stream().map(Indexed::face).map(IndexedFace::id).toList();
  }

  /** Into the club, which is made if need be. */
  private Indexing index(Portrait portrait, @Nullable String name) {
    Optional<Summary> _ = collections().create(club);
    ExternalImageId id = name == null ? null : ExternalImageId.of(name);
    return with(
        portrait,
        image ->
            collections()
                .index(club, new NewFaces(image, id, NewFaces.ALL, QualityFilter.NONE))
                .orElseThrow());
  }

  private ImageSearch search(Portrait portrait) {
    return with(
        portrait,
        image -> collections().search(club, searched(image, false), LIKELY).orElseThrow());
  }

  private List<Searched> everybody(Portrait portrait, Matching matching) {
    return with(
        portrait,
        image -> collections().search(club, searched(image, true), matching).orElseThrow().faces());
  }

  private List<IndexedFace> facesOf(CollectionId id) {
    return collections().faces(id, null, 1000).orElseThrow().faces();
  }

  private static NewFaces newFaces(FaceImage image) {
    return new NewFaces(image, null, NewFaces.ALL, QualityFilter.NONE);
  }

  private static SearchedImage searched(FaceImage image, boolean everyFace) {
    return new SearchedImage(image, everyFace, QualityFilter.NONE);
  }

  private static <T> T with(Portrait portrait, Function<FaceImage, T> work) {
    try (Picture picture = Photos.picture(portrait)) {
      return work.apply(new FaceImage(picture, null));
    }
  }
}
