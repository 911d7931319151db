package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceCollections.SearchedImage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.FaceCollectionsContract;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EngineFaceCollectionsTest extends FaceCollectionsContract {
  private static final CollectionId RIDERS = new CollectionId("riders");

  @RegisterExtension private final Storage storage = new Storage();
  private @Nullable LoadedCollections loaded;

  @Override
  protected FaceCollections collections() {
    return collections(ModelVersion.DEFAULT);
  }

  @Test
  void collectionsOfBothModelsAreServedSideBySide() {
    CollectionId old = new CollectionId("old");
    assertThat(collections(ModelVersion.FACEAPI_1).create(old)).isPresent();
    assertThat(collections().create(RIDERS)).isPresent();

    assertThat(index(old).modelVersion()).isEqualTo("faceapi-1");
    assertThat(index(RIDERS).modelVersion()).isEqualTo("faceapi-2");

    try (Picture picture = Photos.picture(Portrait.of(Person.ADA).take(1))) {
      SearchedImage ada =
          new SearchedImage(new FaceImage(picture, null), false, QualityFilter.NONE);
      for (CollectionId id : List.of(old, RIDERS)) {
        assertThat(collections().search(id, ada, new Matching(80, 10)).orElseThrow().faces())
            .singleElement()
            .satisfies(face -> assertThat(face.matches()).hasSize(1));
      }
    }
  }

  /** More than the port promises. */
  @Test
  void collectionsAreListedByTheirIdsAndFacesAsTheyWereIndexed() {
    List<CollectionId> ids = Stream.of("A", "b-c", "b.c", "b_c").map(CollectionId::new).toList();
    ids.reversed().forEach(id -> assertThat(collections().create(id)).isPresent());
    CollectionId first = ids.getFirst();
    List<IndexedFace> faces =
        IntStream.range(0, 5)
            .mapToObj(take -> index(first, Portrait.of(Person.ADA).take(take)))
            .map(indexing -> indexing.indexed().getFirst().face())
            .toList();

    assertThat(collections().list(null, 10).collections())
        .extracting(FaceCollections.Summary::id)
        .isEqualTo(ids);
    assertThat(collections().faces(first, null, 10).orElseThrow().faces()).isEqualTo(faces);
    assertThat(
            collections()
                .faces(first, faces.reversed().stream().map(IndexedFace::id).toList())
                .orElseThrow()
                .faces())
        .isEqualTo(faces);
  }

  @Test
  void theRidersCollectionIsOneOfThem() {
    RiderFaces riders = Engines.riders(loaded(), RIDERS, Engines.MODEL, new FixedSimilarity(70));
    Registration registered = riders.register(ada("ada"));
    assertThat(registered).isInstanceOf(Registration.Registered.class);

    List<IndexedFace> faces = collections().faces(RIDERS, null, 10).orElseThrow().faces();
    assertThat(faces).singleElement().matches(face -> face.image().equals(new ImageId("ada")));
    assertThat(index(RIDERS).indexed()).hasSize(1);
    assertThat(riders.size()).isEqualTo(2);

    FaceId first = faces.getFirst().id();
    assertThat(collections().deleteFaces(RIDERS, List.of(first)).orElseThrow()).hasSize(1);
    assertThat(riders.find(first)).isEmpty();
    assertThat(riders.register(ada("again"))).isInstanceOf(Registration.Duplicate.class);

    assertThat(collections().delete(RIDERS)).contains(RIDERS);
    assertThat(riders.size()).isZero();
    assertThat(riders.register(ada("again"))).isInstanceOf(Registration.Registered.class);
  }

  @Test
  void remembersCollectionsOverARestart() throws IOException {
    assertThat(collections().create(RIDERS)).isPresent();
    Indexing indexing = index(RIDERS);

    storage.reopen();
    loaded = null;

    assertThat(collections().faces(RIDERS, null, 10).orElseThrow().faces())
        .containsExactly(indexing.indexed().getFirst().face());
    assertThat(index(RIDERS)).isEqualTo(indexing);
  }

  @Test
  void whatLeftMemoryIsReadAgain() {
    assertThat(collections().create(RIDERS)).isPresent();
    IndexedFace ada = index(RIDERS).indexed().getFirst().face();
    for (int i = 0; i < 100; i++) {
      CollectionId other = new CollectionId("other-" + i);
      assertThat(collections().create(other)).isPresent();
      assertThat(collections().faces(other, null, 1).orElseThrow().faces()).isEmpty();
    }

    try (Picture picture = Photos.picture(Portrait.of(Person.ADA).take(1))) {
      SearchedImage later =
          new SearchedImage(new FaceImage(picture, null), false, QualityFilter.NONE);
      assertThat(collections().search(RIDERS, later, new Matching(80, 10)).orElseThrow().faces())
          .singleElement()
          .satisfies(
              face ->
                  assertThat(face.matches()).extracting(SimilarFace::face).containsExactly(ada));
    }
  }

  private Indexing index(CollectionId id) {
    return index(id, Portrait.of(Person.ADA));
  }

  private Indexing index(CollectionId id, Portrait portrait) {
    try (Picture picture = Photos.picture(portrait)) {
      NewFaces faces =
          new NewFaces(new FaceImage(picture, null), null, NewFaces.ALL, QualityFilter.HIGH);
      return collections().index(id, faces).orElseThrow();
    }
  }

  private static NewFace ada(String image) {
    return new NewFace(
        new ImageId(image),
        ExternalImageId.of("ada"),
        Engines.face(Portrait.of(Person.ADA)),
        false);
  }

  private FaceCollections collections(ModelVersion version) {
    return new EngineFaceCollections(loaded(), Engines::of, Engines.model(version));
  }

  private synchronized LoadedCollections loaded() {
    if (loaded == null) {
      loaded =
          new LoadedCollections(
              storage.database(), Instant::now, VectorFiles.of(storage.folder()), Engines::model);
    }
    return loaded;
  }
}
