package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.embedded.model.ModelPacks;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.engine.testkit.TestPack;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.ImageSearch;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceCollections.SearchedImage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A collection of a built-in model and one of a pack's, side by side. */
class PackCollectionsTest {
  private static final CollectionId PLAIN = new CollectionId("plain");
  private static final CollectionId PACKED = new CollectionId("packed");
  private static final ModelVersion VERSION = ModelVersion.of(TestPack.MODEL);

  @TempDir private Path home;
  @RegisterExtension private final Storage storage = new Storage();

  @BeforeEach
  void make() throws IOException {
    assertThat(packs().add(TestPack.good().write(home)).already()).isFalse();
    assertThat(collections(Engines.MODEL).create(PLAIN)).isPresent();
    assertThat(collections(packs().model(VERSION)).create(PACKED)).isPresent();
  }

  @Test
  void eachIsSearchedByItsOwnModel() {
    for (Person person : List.of(Person.ADA, Person.BORIS)) {
      assertThat(index(PLAIN, person).modelVersion()).isEqualTo("faceapi-2");
      assertThat(index(PACKED, person).modelVersion()).isEqualTo(TestPack.MODEL);
    }

    assertThat(length(PLAIN)).isEqualTo(128);
    assertThat(length(PACKED)).isEqualTo(160);
    SimilarFace plain = onlyMatch(PLAIN, 80);
    SimilarFace packed = onlyMatch(PACKED, 70);
    assertThat(packed.similarity()).isNotEqualTo(plain.similarity());
    assertThat(
            collections(Engines.MODEL).search(PACKED, packed.face().id(), new Matching(0.01, 10)))
        .hasValueSatisfying(found -> assertThat(found.modelVersion()).isEqualTo(TestPack.MODEL));
  }

  @Test
  void withoutThePackOneIsRefusedAndTheOtherGoesOn() throws IOException {
    FaceId ada = index(PACKED, Person.ADA).indexed().getFirst().face().id();
    Indexing _ = index(PLAIN, Person.ADA);
    EngineFaceCollections healthy = collections(Engines.MODEL);
    assertThatCode(healthy::check).doesNotThrowAnyException();
    Path pack = packs().find(TestPack.good().manifest().packId()).orElseThrow().folder();
    Path away = Files.move(pack, home.resolve("away"));

    EngineFaceCollections restarted = collections(Engines.MODEL);
    assertMissing(() -> search(restarted, PACKED, Person.ADA));
    assertMissing(() -> restarted.search(PACKED, ada, new Matching(80, 10)));
    assertMissing(() -> restarted.faces(PACKED, null, 10));
    assertMissing(() -> restarted.deleteFaces(PACKED, List.of(ada)));
    assertMissing(restarted::check);
    assertThat(restarted.describe(PACKED)).isPresent();
    assertThat(restarted.list(null, 10).collections()).hasSize(2);
    assertThat(search(restarted, PLAIN, Person.ADA).faces()).hasSize(1);
    assertThat(index(PLAIN, Person.BORIS).indexed()).hasSize(1);

    Path _ = Files.move(away, pack);
    assertThat(restarted.faces(PACKED, null, 10).orElseThrow().faces()).hasSize(1);
    assertThatCode(restarted::check).doesNotThrowAnyException();
  }

  /** Nobody needs the pack to be rid of what it has described. */
  @Test
  void withoutThePackItsCollectionCanBeDeleted() throws IOException {
    assertThat(packs().remove(TestPack.good().manifest().packId())).isTrue();
    EngineFaceCollections restarted = collections(Engines.MODEL);

    assertThat(restarted.delete(PACKED)).contains(PACKED);
    assertThatCode(restarted::check).doesNotThrowAnyException();
  }

  @Test
  void aDescriptorOfAnotherLengthIsAFault() {
    Indexing _ = index(PACKED, Person.ADA);
    change("update face set descriptor = zeroblob(512)");

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> search(collections(Engines.MODEL), PACKED, Person.ADA))
        .withMessageContaining("described by 128 numbers")
        .withMessageContaining("faceapi-2+projection@1.0 has 160")
        .matches(fault -> !fault.retryable());
  }

  @Test
  void aModelThatNobodyKnowsIsAFault() {
    change("update collection set face_model_version = 'faceapi-9' where id = 'packed'");

    EngineFaceCollections collections = collections(Engines.MODEL);
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> collections.faces(PACKED, null, 10))
        .withMessageContaining("faceapi-9");
    assertThatExceptionOfType(BackendException.class).isThrownBy(collections::check);
    assertThat(collections.faces(PLAIN, null, 10)).isPresent();
  }

  private SimilarFace onlyMatch(CollectionId id, double similarity) {
    EngineFaceCollections collections = collections(Engines.MODEL);
    try (Picture picture = Photos.picture(Portrait.of(Person.ADA).take(1))) {
      ImageSearch found =
          collections.search(id, searched(picture), new Matching(similarity, 10)).orElseThrow();
      assertThat(found.faces()).hasSize(1);
      assertThat(found.faces().getFirst().matches()).hasSize(1);
      return found.faces().getFirst().matches().getFirst();
    }
  }

  private static ImageSearch search(
      EngineFaceCollections collections, CollectionId id, Person person) {
    try (Picture picture = Photos.picture(Portrait.of(person))) {
      return collections.search(id, searched(picture), new Matching(80, 10)).orElseThrow();
    }
  }

  private static SearchedImage searched(Picture picture) {
    return new SearchedImage(new FaceImage(picture, null), false, QualityFilter.NONE);
  }

  private Indexing index(CollectionId id, Person person) {
    try (Picture picture = Photos.picture(Portrait.of(person))) {
      NewFaces faces =
          new NewFaces(new FaceImage(picture, null), null, NewFaces.ALL, QualityFilter.NONE);
      return collections(Engines.MODEL).index(id, faces).orElseThrow();
    }
  }

  private static void assertMissing(Runnable call) {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(call::run)
        .withMessageContaining("face model faceapi-2+projection@1.0: its pack is not in")
        .withMessageContaining("models add");
  }

  private int length(CollectionId id) {
    return new SqliteFaces(storage.database(), id).descriptorLength();
  }

  private void change(String sql) {
    int changed =
        storage.database().write("spoil", connection -> Statements.change(connection, sql));
    assertThat(changed).isOne();
  }

  private ModelPacks packs() {
    return new ModelPacks(home.resolve("models"));
  }

  private EngineFaceCollections collections(FaceModel model) {
    LoadedCollections loaded =
        new LoadedCollections(
            storage.database(), Instant::now, VectorFiles.of(storage.folder()), packs()::model);
    return new EngineFaceCollections(loaded, Engines::of, model);
  }
}
