package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.DeleteFace.Deletion;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Photos;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeleteFaceTest {
  private static final int THREADS = 8;

  private final PhotoName name = new PhotoName("Ada-Boris.jpg");
  private final Scene scene = new Scene();

  @Test
  void aFaceThatIsNotThereIsUnknown() {
    assertThat(delete(new FaceId("nobody"))).isEqualTo(Deletion.UNKNOWN);

    scene.index(name, Photos.twoFaces());

    assertThat(delete(new FaceId("nobody"))).isEqualTo(Deletion.UNKNOWN);
    scene.holds(name);
  }

  @Test
  void aDeletedFaceIsFoundByNobodyAndKeepsItsRecordAlone() {
    List<FaceRecord> faces = scene.index(name, Photos.twoFaces()).faces();
    scene.kept().clock().goOn(Duration.ofDays(1));
    Instant now = scene.kept().clock().instant();

    assertThat(delete(faces.getFirst().id())).isEqualTo(Deletion.RESTORABLE);

    assertThat(scene.inCollection()).containsExactly(faces.getLast().id());
    assertThat(scene.search(Photos.anotherOf(Person.ADA)).matches()).isEmpty();
    assertThat(scene.search(Photos.anotherOf(Person.BORIS)).matches()).hasSize(1);
    assertThat(scene.photo(name).orElseThrow().faces())
        .containsExactly(faces.getFirst().deletedAt(now), faces.getLast());
    assertThat(scene.stored(name)).contains(Photos.twoFaces());
    scene.holds(name);
  }

  @Test
  void aFaceIsDeletedOnce() {
    FaceId face = scene.index(name, Photos.twoFaces()).faces().getFirst().id();
    assertThat(delete(face)).isEqualTo(Deletion.RESTORABLE);
    GalleryPhoto after = scene.photo(name).orElseThrow();

    assertThat(delete(face)).isEqualTo(Deletion.UNKNOWN);

    assertThat(scene.photo(name)).contains(after);
  }

  @Test
  void ofManyWhoDeleteAFaceOneDoes() {
    FaceId face = scene.index(name, Photos.twoFaces()).faces().getFirst().id();

    List<Deletion> deletions = Concurrently.call(THREADS, _ -> delete(face));

    assertThat(deletions).containsOnlyOnce(Deletion.RESTORABLE).contains(Deletion.UNKNOWN);
    scene.holds(name);
  }

  @Test
  void aFaceWithoutARecordIsGoneForGood() {
    FaceId face = scene.indexUnrecorded(Portrait.of(Person.CLARA), name).getFirst();

    assertThat(delete(face)).isEqualTo(Deletion.FINAL);

    assertThat(scene.inCollection()).isEmpty();
    assertThat(delete(face)).isEqualTo(Deletion.UNKNOWN);
  }

  @Test
  void whatWasSaidOfTheFaceStaysForWhenItIsRestored() {
    Appearance stranger = new Appearance("0".repeat(32));
    FaceRecord face = scene.index(name, Photos.twoFaces()).faces().getFirst();
    assertThat(scene.gallery().telling().tellApart(stranger, face.id())).isPresent();

    assertThat(delete(face.id())).isEqualTo(Deletion.RESTORABLE);

    assertThat(scene.kept().distinctions().from(stranger)).containsExactly(face.appearance());
  }

  private Deletion delete(FaceId face) {
    return scene.gallery().faceDeletion().delete(face);
  }
}
