package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.Undeliverable;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IndexArrivedPhotoTest {
  private final PhotoName name = new PhotoName("Ada.jpg");
  private final PhotoRef ref = new PhotoRef("gallery", name.value());
  private final Photo ada = Photos.of(Person.ADA);
  private final Scene scene = new Scene();

  @Test
  void aPhotoThatWasPutThereIsTakenIn() {
    ObjectCreated event = put(ada);

    assertThat(scene.gallery().arrivals().index(event))
        .hasValueSatisfying(
            indexing -> assertThat(indexing).isInstanceOf(PhotoIndexing.Indexed.class));

    assertThat(scene.photo(name).orElseThrow().faces())
        .singleElement()
        .satisfies(face -> assertThat(face.metadata()).isEqualTo(PhotoMetadata.NONE));
    scene.holds(name);
  }

  @Test
  void anEventThatComesAgainFindsItDone() {
    ObjectCreated event = put(ada);
    assertThat(scene.gallery().arrivals().index(event)).isPresent();
    GalleryPhoto before = scene.photo(name).orElseThrow();

    assertThat(scene.gallery().arrivals().index(event)).isEmpty();

    assertThat(scene.photo(name)).contains(before);
  }

  @Test
  void theEventOfAPhotoThatWasIndexedDoesNothing() {
    GalleryPhoto before = scene.index(name, ada);

    assertThat(scene.gallery().arrivals().index(event())).isEmpty();

    assertThat(scene.photo(name)).contains(before);
  }

  @Test
  void anotherPhotoOfTheNameReplacesTheFormer() {
    scene.index(name, ada);

    assertThat(scene.gallery().arrivals().index(put(Photos.of(Person.BORIS)))).isPresent();

    assertThat(scene.search(Photos.anotherOf(Person.BORIS)).labels()).containsExactly("Ada");
    scene.holds(name);
  }

  @Test
  void whatWasCutShortIsDoneWithTheMetadataThatItCameWith() {
    scene.gallery().faults().nth(1, Fault.CRASH, call -> call.is(FaceCollections.class, "index"));
    assertThatExceptionOfType(Crash.class).isThrownBy(() -> scene.index(name, ada));
    scene.gallery().faults().heal();

    assertThat(scene.anotherProcess().arrivals().index(event())).isPresent();

    assertThat(scene.photo(name).orElseThrow().faces())
        .singleElement()
        .satisfies(face -> assertThat(face.metadata()).isEqualTo(Scene.METADATA));
  }

  @Test
  void whatIsGoneMeanwhileIsNotIndexed() {
    ObjectCreated event = put(ada);
    scene.kept().photos().delete(ref);

    assertThat(scene.gallery().arrivals().index(event)).isEmpty();

    assertThat(scene.photo(name)).isEmpty();
  }

  @Test
  void whatIsNoPhotoIsAFaultThatStays() {
    ObjectCreated event = put(Photos.truncated());

    assertThatExceptionOfType(Undeliverable.class)
        .isThrownBy(() -> scene.gallery().arrivals().index(event))
        .withMessageContaining("UNREADABLE");

    assertThat(scene.photo(name)).isEmpty();
  }

  @Test
  void aKeyThatIsNoNameIsRefused() {
    PhotoRef odd = new PhotoRef("gallery", "é".repeat(95));
    scene.kept().photos().put(odd, ada);

    assertThatExceptionOfType(Undeliverable.class)
        .isThrownBy(() -> scene.gallery().arrivals().index(event(odd)));
  }

  private ObjectCreated put(Photo photo) {
    scene.kept().photos().put(ref, photo);
    return event();
  }

  private ObjectCreated event() {
    return event(ref);
  }

  private static ObjectCreated event(PhotoRef at) {
    return new ObjectCreated(EventId.random(), at, Instant.EPOCH);
  }
}
