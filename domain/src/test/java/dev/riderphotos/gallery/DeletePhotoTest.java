package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletePhotoTest {
  private final PhotoName name = new PhotoName("Ada-Boris.jpg");
  private final PhotoName other = new PhotoName("Clara.jpg");
  private final Appearance stranger = new Appearance("0".repeat(32));
  private final Scene scene = new Scene();

  @Test
  void nothingIsThereToDelete() {
    assertThat(scene.gallery().photoDeletion().delete(name)).isEmpty();
  }

  @Test
  void thePhotoGoesWithAllThatIsKnownOfIt() {
    GalleryPhoto photo = scene.index(name, Photos.twoFaces());
    FaceId face = photo.faces().getFirst().id();
    assertThat(scene.gallery().telling().tellApart(stranger, face)).isPresent();

    assertThat(scene.gallery().photoDeletion().delete(name)).contains(photo);

    assertThat(scene.photo(name)).isEmpty();
    assertThat(scene.kept().records().faces(List.of(face))).isEmpty();
    assertThat(scene.kept().distinctions().from(stranger)).isEmpty();
    scene.holds(name);
    assertThat(scene.gallery().photoDeletion().delete(name)).isEmpty();
  }

  @Test
  void facesThatWereDeletedBeforeGoForGoodAsWell() {
    FaceId face = scene.index(name, Photos.twoFaces()).faces().getFirst().id();
    assertThat(scene.gallery().telling().tellApart(stranger, face)).isPresent();
    assertThat(scene.gallery().faceDeletion().delete(face))
        .isEqualTo(DeleteFace.Deletion.RESTORABLE);

    assertThat(scene.gallery().photoDeletion().delete(name)).isPresent();

    assertThat(scene.gallery().restoration().restore(face)).isEmpty();
    assertThat(scene.kept().distinctions().from(stranger)).isEmpty();
    scene.holds(name);
  }

  @Test
  void otherPhotosStayAsTheyAre() {
    scene.index(name, Photos.twoFaces());
    GalleryPhoto clara = scene.index(other, Photos.of(Person.CLARA));
    List<FaceId> unrecorded = scene.indexUnrecorded(Portrait.of(Person.DAVID), name);

    assertThat(scene.gallery().photoDeletion().delete(name)).isPresent();

    assertThat(scene.photo(other)).contains(clara);
    assertThat(scene.stored(other)).isPresent();
    assertThat(scene.inCollection())
        .containsExactlyInAnyOrder(clara.faces().getFirst().id(), unrecorded.getFirst());
  }

  @Test
  void theNameIsFreeForAnotherPhoto() {
    scene.index(name, Photos.twoFaces());
    assertThat(scene.gallery().photoDeletion().delete(name)).isPresent();

    scene.index(name, Photos.of(Person.CLARA));

    assertThat(scene.search(Photos.of(Person.CLARA)).matches()).hasSize(1);
    scene.holds(name);
  }
}
