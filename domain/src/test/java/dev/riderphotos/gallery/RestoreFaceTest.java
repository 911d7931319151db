package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestoreFaceTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final PhotoName name = new PhotoName("Ada-Boris-Clara.jpg");
  private final Scene scene = new Scene();
  private final List<FaceRecord> faces = scene.index(name, Photos.threeFaces()).faces();

  @Test
  void aFaceThatWasNotDeletedIsNotRestored() {
    GalleryPhoto before = scene.photo(name).orElseThrow();

    assertThat(restore(faces.getFirst())).isEmpty();
    assertThat(scene.gallery().restoration().restore(new FaceId("nobody"))).isEmpty();

    assertThat(scene.photo(name)).contains(before);
  }

  @Test
  void aDeletedFaceIsThereAgainInItsPlaceUnderANewId() {
    FaceRecord boris = faces.get(1);
    delete(boris);

    FaceRecord restored = restore(boris).orElseThrow();

    assertThat(restored.id()).isNotEqualTo(boris.id());
    assertThat(restored.deleted()).isFalse();
    assertThat(restored.face().box()).isEqualTo(boris.face().box());
    assertThat(restored.appearance()).isEqualTo(boris.appearance());
    assertThat(restored.metadata()).isEqualTo(Scene.METADATA);
    assertThat(scene.photo(name).orElseThrow().faces())
        .containsExactly(faces.get(0), restored, faces.get(2));
    assertThat(scene.search(Photos.anotherOf(Person.BORIS)).matches()).hasSize(1);
    assertThat(scene.gallery().stillOpen()).isZero();
    scene.holds(name);
  }

  @Test
  void aRestoredFaceMayBeDeletedAgain() {
    delete(faces.getFirst());
    FaceRecord restored = restore(faces.getFirst()).orElseThrow();
    delete(restored);

    assertThat(restore(faces.getFirst())).isEmpty();
    assertThat(restore(restored)).isPresent();

    assertThat(scene.photo(name).orElseThrow().liveFaces()).hasSize(3);
    scene.holds(name);
  }

  @Test
  void othersThatWereDeletedStaySo() {
    delete(faces.get(0));
    delete(faces.get(1));

    assertThat(restore(faces.get(0))).isPresent();

    assertThat(scene.search(Photos.anotherOf(Person.ADA)).matches()).hasSize(1);
    assertThat(scene.search(Photos.anotherOf(Person.BORIS)).matches()).isEmpty();
    assertThat(scene.photo(name).orElseThrow().faces().get(1).deleted()).isTrue();
    scene.holds(name);
    assertThat(restore(faces.get(1))).isPresent();
    scene.holds(name);
  }

  @Test
  void withoutItsPhotoAFaceIsNotRestored() {
    delete(faces.getFirst());
    scene.kept().photos().delete(new PhotoRef("gallery", name.value()));

    assertThat(restore(faces.getFirst())).isEmpty();
  }

  @Test
  void fromAnotherPhotoOfTheNameAFaceIsNotRestored() {
    delete(faces.getFirst());
    scene.kept().photos().put(new PhotoRef("gallery", name.value()), Photos.of(Person.ADA));

    assertThat(restore(faces.getFirst())).isEmpty();

    scene.index(name, Photos.of(Person.BORIS));
    assertThat(restore(faces.getFirst())).isEmpty();
    scene.holds(name);
  }

  @Test
  void whatIsNotSeenInItsPlaceAnyMoreStaysDeleted() {
    FaceRecord ada = faces.getFirst();
    delete(ada);
    GalleryPhoto now = scene.photo(name).orElseThrow();
    FaceRecord moved =
        new FaceRecord(inTheCorner(ada.face()), ada.photo(), ada.content(), ada.metadata(), NOW);
    List<FaceRecord> records = List.of(moved, faces.get(1), faces.get(2));
    GalleryPhoto changed = now.with(now.content(), records, List.of());
    assertThat(scene.kept().records().replace(now, changed)).contains(changed);

    assertThat(restore(moved)).isEmpty();

    assertThat(scene.photo(name).orElseThrow().faces()).isEqualTo(records);
    scene.holds(name);
  }

  private void delete(FaceRecord face) {
    assertThat(scene.gallery().faceDeletion().delete(face.id()))
        .isEqualTo(DeleteFace.Deletion.RESTORABLE);
  }

  private Optional<FaceRecord> restore(FaceRecord face) {
    return scene.gallery().restoration().restore(face.id());
  }

  private static IndexedFace inTheCorner(IndexedFace face) {
    BoundingBox corner = new BoundingBox(0, 0, 0.1, 0.1);
    return new IndexedFace(
        face.id(), face.image(), face.externalImageId(), corner, face.confidence());
  }
}
