package dev.riderphotos.drink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.ImmediateRetries;
import dev.riderphotos.testkit.InMemoryDrinkPhotos;
import dev.riderphotos.testkit.InMemoryPhotoStore;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainPhotoOpener;
import dev.riderphotos.testkit.PlainThumbnailer;
import dev.riderphotos.testkit.TickingClock;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDrinkPhotoTest {
  private final Drink drink = new Drink(new BarName("Joe's"), new DrinkName("Old Fashioned"));
  private final PhotoRef jpg = new PhotoRef("drink-photos", drink.key(PhotoFormat.JPEG));
  private final PhotoRef png = new PhotoRef("drink-photos", drink.key(PhotoFormat.PNG));
  private final Photo photo = Photos.of(Person.ADA);
  private final Photo pngPhoto = Photos.png(Portrait.of(Person.BORIS));

  private final InMemoryDrinkPhotos catalogue = new InMemoryDrinkPhotos();
  private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
  private final PlainPhotoOpener opener = new PlainPhotoOpener();
  private final TickingClock clock = new TickingClock();
  private final Faults faults = new Faults();
  private final RecordDrinkPhoto recording =
      new RecordDrinkPhoto(
          faults.around(DrinkPhotos.class, catalogue),
          faults.around(PhotoStore.class, photos),
          opener,
          new PlainThumbnailer(),
          DrinkSettings.DEFAULT);

  @Test
  void aPictureIsRecordedWithItsSmallCopies() {
    ObjectCreated event = put(jpg, photo);

    Recording recorded = recording.record(event);

    DrinkPhoto row = new DrinkPhoto(drink, jpg, event.at(), null);
    assertThat(recorded).isEqualTo(new Recording.Recorded(row));
    assertThat(catalogue.find(drink)).contains(row);
    assertThat(photos.refs())
        .containsExactlyInAnyOrder(jpg, thumbnail("640-", jpg), thumbnail("160-", jpg));
    assertThat(opener.stillOpen()).isZero();
  }

  @Test
  void anEventThatComesThreeTimesDoesItsWorkOnce() {
    ObjectCreated event = put(jpg, photo);

    Recording first = recording.record(event);

    assertThat(recording.record(event)).isEqualTo(first);
    assertThat(recording.record(event)).isEqualTo(first);
    assertThat(opener.opened()).isOne();
    assertThat(photos.refs()).hasSize(3);
  }

  @Test
  void theSameKeyAgainReplacesPictureAndCopies() {
    recording.record(put(jpg, photo));
    Photo before = photos.get(thumbnail("160-", jpg)).orElseThrow();
    ObjectCreated again = put(jpg, Photos.of(Person.BORIS));

    recording.record(again);

    assertThat(catalogue.find(drink)).contains(new DrinkPhoto(drink, jpg, again.at(), null));
    assertThat(photos.refs()).hasSize(3);
    assertThat(photos.get(thumbnail("160-", jpg)))
        .hasValueSatisfying(copy -> assertThat(copy).isNotEqualTo(before));
  }

  @Test
  void anotherFormatReplacesThePictureAndLeavesNothingBehind() {
    recording.record(put(jpg, photo));

    recording.record(put(png, pngPhoto));

    assertOnlyThePngIsLeft();
  }

  @Test
  void eventsMayComeInTheWrongOrder() {
    ObjectCreated earlier = put(jpg, photo);
    ObjectCreated later = put(png, pngPhoto);

    recording.record(later);
    recording.record(earlier);

    assertOnlyThePngIsLeft();
  }

  @Test
  void whereverAReplacementIsCutShortTheNextDeliveryFinishesIt() {
    recording.record(put(jpg, photo));
    ObjectCreated event = put(png, pngPhoto);
    int call = 1;
    boolean crashed = true;
    while (crashed) {
      faults.nth(call, Fault.CRASH, _ -> true);
      crashed = crashes(event);
      faults.heal();
      recording.record(event);
      assertOnlyThePngIsLeft();
      reset();
      event = put(png, pngPhoto);
      call++;
    }
    assertThat(call).isGreaterThan(8);
  }

  @Test
  void aRowThatAnotherWritesMeanwhileIsNotOverwritten() {
    ObjectCreated event = put(jpg, photo);
    faults.next(1, Fault.ANSWER_LOST, call -> call.is(DrinkPhotos.class, "replace"));

    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> recording.record(event));

    assertThat(recording.record(event)).isInstanceOf(Recording.Recorded.class);
  }

  @Test
  void whoeverAsksAfterTheEventHearsWhyItIsGone() {
    ObjectCreated event = put(jpg, Photos.truncated());
    Recording refused = recording.record(event);

    assertThat(refused).isEqualTo(new Recording.Unusable(PhotoProblem.UNREADABLE));
    assertThat(recording.record(event)).isEqualTo(refused);
    assertThat(recording.record(put(jpg, photo))).isInstanceOf(Recording.Recorded.class);
    photos.delete(jpg);
    assertThat(recording.record(new ObjectCreated(EventId.random(), jpg, clock.instant())))
        .isEqualTo(new Recording.Gone());
  }

  @Test
  void ofManyOnlyTheLastAreRemembered() {
    ObjectCreated first = put(jpg, Photos.truncated());
    recording.record(first);
    for (int i = 0; i < 100; i++) {
      Drink other = new Drink(new BarName("Joe's"), new DrinkName("Sour " + i));
      PhotoRef ref = new PhotoRef("drink-photos", other.key(PhotoFormat.JPEG));
      recording.record(put(ref, Photos.truncated()));
    }

    assertThat(recording.record(first)).isEqualTo(new Recording.Gone());
  }

  @Test
  void whatIsGoneMeanwhileIsNotRecorded() {
    ObjectCreated event = put(jpg, photo);
    photos.delete(jpg);

    assertThat(recording.record(event)).isEqualTo(new Recording.Gone());
    assertThat(catalogue.find(drink)).isEmpty();
  }

  @Test
  void aDamagedPictureIsDeletedWithWhatItOverwrote() {
    recording.record(put(jpg, photo));

    Recording damaged = recording.record(put(jpg, Photos.truncated()));

    assertThat(damaged).isEqualTo(new Recording.Unusable(PhotoProblem.UNREADABLE));
    assertThat(catalogue.find(drink)).isEmpty();
    assertThat(photos.refs()).isEmpty();
  }

  @Test
  void aDamagedPictureOfAnotherFormatLeavesTheGoodOne() {
    recording.record(put(jpg, photo));

    recording.record(put(png, Photos.truncated()));

    assertThat(catalogue.find(drink).map(DrinkPhoto::photo)).contains(jpg);
    assertThat(photos.refs()).hasSize(3).contains(jpg);
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo.jpg", "Bar/.jpg", " /x.jpg", "//", "a/b\n/\n.jpg"})
  void aKeyThatNamesNoDrinkIsLeftAlone(String key) {
    PhotoRef ref = new PhotoRef("drink-photos", key);

    assertThat(recording.record(put(ref, photo))).isEqualTo(new Recording.NoDrink());

    assertThat(photos.refs()).containsExactly(ref);
  }

  @Test
  void addingPutsAndRecordsAtOnceAndItsEventFindsItDone() {
    AddDrinkPhoto adding =
        new AddDrinkPhoto(
            photos, opener, recording, DrinkSettings.DEFAULT, new ImmediateRetries(), clock);
    ObjectCreated event = new ObjectCreated(EventId.random(), jpg, clock.instant());

    assertThat(adding.add(drink, photo)).isInstanceOf(Recording.Recorded.class);
    recording.record(event);

    assertThat(photos.refs()).hasSize(3);
    assertThat(opener.opened()).isOne();
    assertThat(opener.stillOpen()).isZero();
  }

  /** As when a server delivers the event of a picture that the command line has just put. */
  @Test
  void addingWhileItsEventRecordsItSucceedsAllTheSame() {
    recording.record(put(jpg, Photos.of(Person.BORIS)));
    int[] rivals = {2};
    DrinkPhotos contended = rivalled(rivals);
    AddDrinkPhoto adding =
        new AddDrinkPhoto(
            photos,
            opener,
            new RecordDrinkPhoto(
                contended, photos, opener, new PlainThumbnailer(), DrinkSettings.DEFAULT),
            DrinkSettings.DEFAULT,
            new ImmediateRetries(3),
            clock);

    assertThat(adding.add(drink, photo)).isInstanceOf(Recording.Recorded.class);
    assertThat(rivals[0]).isZero();

    rivals[0] = 3;
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> adding.add(drink, photo))
        .withMessage("Could not record the drink: somebody else was changing it. Try again.");
    assertThat(opener.stillOpen()).isZero();
  }

  /** The catalogue, but somebody else comes first so many times. */
  private DrinkPhotos rivalled(int[] times) {
    return (DrinkPhotos)
        Proxy.newProxyInstance(
            DrinkPhotos.class.getClassLoader(),
            new Class<?>[] {DrinkPhotos.class},
            (_, method, given) -> {
              if (method.getName().equals("replace") && times[0] > 0) {
                times[0]--;
                recording.record(put(jpg, Photos.of(Person.BORIS)));
              }
              return method.invoke(catalogue, given);
            });
  }

  @Test
  void addingWhatCannotBeShownChangesNothing() {
    AddDrinkPhoto adding =
        new AddDrinkPhoto(
            photos, opener, recording, DrinkSettings.DEFAULT, new ImmediateRetries(), clock);
    adding.add(drink, photo);

    assertThat(adding.add(drink, Photos.truncated()))
        .isEqualTo(new Recording.Unusable(PhotoProblem.UNREADABLE));

    assertThat(photos.get(jpg)).contains(photo);
  }

  @Test
  void deletingLeavesNothing() {
    DeleteDrinkPhoto deletion = new DeleteDrinkPhoto(catalogue, photos, DrinkSettings.DEFAULT);
    recording.record(put(jpg, photo));

    assertThat(deletion.delete(drink)).isPresent();

    assertThat(deletion.delete(drink)).isEmpty();
    assertThat(catalogue.find(drink)).isEmpty();
    assertThat(photos.refs()).isEmpty();
  }

  private boolean crashes(ObjectCreated event) {
    try {
      recording.record(event);
      return false;
    } catch (Crash _) {
      return true;
    }
  }

  private void reset() {
    catalogue.find(drink).ifPresent(catalogue::delete);
    photos.refs().forEach(photos::delete);
    recording.record(put(jpg, photo));
  }

  private void assertOnlyThePngIsLeft() {
    assertThat(catalogue.find(drink))
        .hasValueSatisfying(
            row -> {
              assertThat(row.photo()).isEqualTo(png);
              assertThat(row.replaced()).isNull();
            });
    assertThat(photos.refs())
        .containsExactlyInAnyOrder(png, thumbnail("640-", png), thumbnail("160-", png));
  }

  private ObjectCreated put(PhotoRef ref, Photo what) {
    photos.put(ref, what);
    return new ObjectCreated(EventId.random(), ref, clock.instant());
  }

  private static PhotoRef thumbnail(String prefix, PhotoRef ref) {
    return ref.sibling("drink-thumbnails", prefix);
  }
}
