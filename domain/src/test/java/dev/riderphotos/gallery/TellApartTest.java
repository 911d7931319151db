package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.DeleteFace.Deletion;
import dev.riderphotos.gallery.GallerySearch.SearchedFace;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import org.junit.jupiter.api.Test;

class TellApartTest {
  private final PhotoName name = new PhotoName("Ada.jpg");
  private final PhotoName other = new PhotoName("Ada-again.jpg");
  private final Photo searched = Photos.anotherOf(Person.ADA);
  private final Scene scene = new Scene();
  private final FaceRecord ada = scene.index(name, Photos.of(Person.ADA)).faces().getFirst();

  @Test
  void whoIsNotThePersonIsNoMatchAnyMore() {
    assertThat(scene.gallery().telling().tellApart(scene.search(searched).id(), ada.id()))
        .contains(ada);

    assertThat(scene.search(searched).matches()).isEmpty();
  }

  @Test
  void itCanBeSaidTwiceAndTakenBack() {
    SearchedFace found = scene.search(searched);
    tellApart(found.id());
    tellApart(found.id());

    assertThat(scene.gallery().telling().takeBack(found.id(), ada.id())).contains(ada);
    assertThat(scene.gallery().telling().takeBack(found.id(), ada.id())).contains(ada);

    assertThat(scene.search(searched)).isEqualTo(found);
  }

  @Test
  void ofAFaceWithoutARecordNothingIsSaid() {
    FaceId nobody = new FaceId("nobody");
    Appearance face = scene.search(searched).id();

    assertThat(scene.gallery().telling().tellApart(face, nobody)).isEmpty();
    assertThat(scene.gallery().telling().takeBack(face, nobody)).isEmpty();

    assertThat(scene.kept().distinctions().from(face)).isEmpty();
  }

  @Test
  void otherMatchesAndOtherPicturesAreAnsweredAsBefore() {
    scene.index(other, Photos.of(Person.ADA));
    scene.index(new PhotoName("Ada-third.png"), Photos.withSunglasses(Person.ADA));
    tellApart(scene.search(searched).id());

    // the photo of two names has one face, which is not this person, and the third is another
    assertThat(scene.search(searched).labels()).containsExactly("Ada third");
    assertThat(scene.search(Photos.withSunglasses(Person.ADA)).labels()).hasSize(3);
  }

  @Test
  void itHoldsTheOtherWayRound() {
    scene.index(other, searched);
    tellApart(scene.search(searched).id());

    assertThat(scene.search(Photos.of(Person.ADA)).labels()).containsExactly("Ada");
  }

  @Test
  void itOutlivesThatTheFaceIsDeletedAndRestored() {
    tellApart(scene.search(searched).id());
    assertThat(scene.gallery().faceDeletion().delete(ada.id())).isEqualTo(Deletion.RESTORABLE);
    assertThat(scene.gallery().restoration().restore(ada.id())).isPresent();

    assertThat(scene.search(searched).matches()).isEmpty();
  }

  @Test
  void itHoldsForThisFaceOfTheSearchedPhotoAlone() {
    scene.collections().lookAlike(Person.ADA, Person.BORIS, 90);
    GallerySearch search = scene.gallery().search().search(Photos.twoFaces(), true);
    assertThat(search).isInstanceOf(GallerySearch.Found.class);
    SearchedFace boris = ((GallerySearch.Found) search).faces().getLast();
    assertThat(boris.matches()).hasSize(1);

    tellApart(boris.id());

    GallerySearch.Found after =
        (GallerySearch.Found) scene.gallery().search().search(Photos.twoFaces(), true);
    assertThat(after.faces().getLast().matches()).isEmpty();
    assertThat(after.faces().getFirst().matches()).hasSize(1);
  }

  private void tellApart(Appearance face) {
    assertThat(scene.gallery().telling().tellApart(face, ada.id())).isPresent();
  }
}
