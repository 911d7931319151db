package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Faults.Call;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What is stored decides. That it does so wherever a change is cut short, GalleryCrashTest shows.
 */
class FinishPhotoTest {
  private static final int MORE_THAN_A_PAGE = 1001;

  private final PhotoName name = new PhotoName("Ada-Boris.jpg");
  private final PhotoRef ref = new PhotoRef("gallery", name.value());
  private final Scene scene = new Scene();

  @Test
  void withNothingToDoNothingIsDone() {
    scene.gallery().finishing().finish(name);
    assertThat(scene.photo(name)).isEmpty();

    GalleryPhoto photo = scene.index(name, Photos.twoFaces());
    scene.gallery().finishing().finish(name);
    assertThat(scene.photo(name)).contains(photo);
  }

  @Test
  void theFacesOfThePhotoThatIsStoredStandAndOthersGo() {
    List<FaceRecord> faces = scene.index(name, Photos.twoFaces()).faces();
    dies(Fault.CRASH, call -> call.is(PhotoStore.class, "put"));
    scene.indexUnrecorded(Portrait.of(Person.CLARA), name);

    scene.gallery().finishing().finish(name);

    assertThat(scene.photo(name).orElseThrow().faces()).isEqualTo(faces);
    scene.holds(name);
  }

  @Test
  void anotherPhotoThatIsStoredIsIndexed() {
    scene.index(name, Photos.twoFaces());
    dies(Fault.CRASH_AFTERWARDS, call -> call.is(FaceCollections.class, "index"));

    scene.gallery().finishing().finish(name);

    assertThat(scene.photo(name).orElseThrow().faces())
        .singleElement()
        .satisfies(face -> assertThat(face.metadata()).isEqualTo(Scene.METADATA));
    assertThat(scene.search(Photos.anotherOf(Person.CLARA)).matches()).hasSize(1);
    scene.holds(name);
  }

  @Test
  void whereNoPhotoIsStoredEverythingElseGoesToo() {
    Appearance stranger = new Appearance("0".repeat(32));
    FaceId face = scene.index(name, Photos.twoFaces()).faces().getFirst().id();
    assertThat(scene.gallery().telling().tellApart(stranger, face)).isPresent();
    dies(Fault.CRASH_AFTERWARDS, call -> call.is(FaceCollections.class, "index"));
    scene.kept().photos().delete(ref);

    scene.gallery().finishing().finish(name);

    assertThat(scene.photo(name)).isEmpty();
    assertThat(scene.kept().distinctions().from(stranger)).isEmpty();
    scene.holds(name);
  }

  @Test
  void facesThatAreLeftOverGo() {
    scene.index(name, Photos.twoFaces());
    dies(Fault.CRASH, call -> call.is(FaceCollections.class, "deleteFaces"));
    assertThat(scene.kept().records().unfinished(10)).containsExactly(name);

    scene.gallery().finishing().finish(name);

    assertThat(scene.photo(name).orElseThrow().liveFaces()).hasSize(1);
    scene.holds(name);
  }

  @Test
  void whatIsLeftIsFoundHoweverManyFacesThereAre() {
    scene.index(name, Photos.twoFaces());
    dies(Fault.CRASH_AFTERWARDS, call -> call.is(FaceCollections.class, "index"));
    Portrait tiny = Portrait.of(Person.DAVID).size(8, 8);
    for (int other = 0; other < MORE_THAN_A_PAGE; other++) {
      scene.indexUnrecorded(tiny, new PhotoName("other-" + other));
    }

    scene.gallery().finishing().finish(name);

    assertThat(scene.inCollection()).hasSize(1 + MORE_THAN_A_PAGE);
    assertThat(scene.kept().records().unfinished(10)).isEmpty();
  }

  /** While Clara's photo replaces the one that is there. */
  private void dies(Fault death, Predicate<Call> at) {
    scene.gallery().faults().nth(1, death, at);
    assertThatExceptionOfType(Crash.class)
        .isThrownBy(() -> scene.index(name, Photos.of(Person.CLARA)));
    scene.gallery().faults().heal();
  }
}
