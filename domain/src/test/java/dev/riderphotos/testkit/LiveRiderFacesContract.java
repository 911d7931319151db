package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.OutdatedPrintException;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.Registration.Registered;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RiderFaces} keeps when another collection becomes live. */
public abstract class LiveRiderFacesContract {
  private final ImageId image = new ImageId("image-1");
  private final ImageId elsewhere = new ImageId("image-of-who-moved-it");

  /** The same ones whenever they are asked for in one test; without any face. */
  protected abstract RiderFaces faces();

  /** What the faces follow: {@link #first} is live. */
  protected abstract LiveCollections live();

  protected abstract FaceCounterparts counterparts();

  /** The turn that the faces are registered in. */
  protected abstract RegistrationTurn turn();

  /** A collection that is there. */
  protected abstract CollectionId first();

  /** Another one that is there, perhaps of another model. */
  protected abstract CollectionId next();

  /** The face of a portrait, as it is detected while the collection is live that is now. */
  protected abstract DetectedFace face(Portrait portrait);

  /** How many register at once; fewer where they wait long for each other. */
  protected int callers() {
    return 8;
  }

  @Test
  void theLiveCollectionIsSearchedAndAddedTo() {
    IndexedFace ada = register(Person.ADA, image);

    switchOver(first(), next());
    assertThat(faces().size()).isZero();
    assertThat(search(Person.ADA)).isEmpty();
    assertThat(faces().find(ada.id())).isEmpty();
    IndexedFace again = register(Person.ADA, elsewhere);
    assertThat(again.id()).isNotEqualTo(ada.id());

    switchOver(next(), first());
    assertThat(search(Person.ADA)).containsExactly(ada);
  }

  @Test
  void anyIdOfAFaceLeadsToThePresentOne() {
    IndexedFace ada = register(Person.ADA, image);
    IndexedFace moved = moved(Person.ADA, ada.id());

    assertThat(faces().find(ada.id())).map(IndexedFace::id).contains(moved.id());
    assertThat(faces().find(moved.id())).map(IndexedFace::id).contains(moved.id());

    switchOver(next(), first());
    assertThat(faces().find(ada.id())).map(IndexedFace::id).contains(ada.id());
    assertThat(faces().find(moved.id())).map(IndexedFace::id).contains(ada.id());
  }

  @Test
  void aFaceIsDeletedInAllCollectionsAtOnce() {
    IndexedFace ada = register(Person.ADA, image);
    IndexedFace boris = register(Person.BORIS, new ImageId("image-2"));
    IndexedFace moved = moved(Person.ADA, ada.id());

    faces().delete(ada.id());
    faces().delete(ada.id());

    assertThat(faces().find(moved.id())).isEmpty();
    assertThat(search(Person.ADA)).isEmpty();
    assertThat(counterparts().of(moved.id())).isEmpty();
    switchOver(next(), first());
    assertThat(faces().find(ada.id())).isEmpty();
    assertThat(faces().find(boris.id())).contains(boris);
    assertThat(faces().size()).isOne();
  }

  @Test
  void whatWasNotMovedIsDeletedInThePairedCollectionToo() {
    IndexedFace ada = register(Person.ADA, image);
    live().pair(Role.RIDERS, next());
    switchOver(first(), next());

    faces().delete(ada.id());

    switchOver(next(), first());
    assertThat(faces().size()).isZero();
  }

  @Test
  void aRetryKnowsTheFaceItRegisteredBeforeTheSwitch() {
    live().pair(Role.RIDERS, next());
    IndexedFace ada = register(Person.ADA, image);

    switchOver(first(), next());
    IndexedFace again = register(Person.ADA, image);

    assertThat(register(Person.ADA, image)).isEqualTo(again);
    assertThat(faces().size()).isOne();
    assertThat(counterparts().in(next(), ada.id())).contains(again.id());
    faces().deleteFacesOf(image);
    assertThat(faces().size()).isZero();
    switchOver(next(), first());
    assertThat(faces().size()).isZero();
  }

  @Test
  void aRetryKnowsTheFaceThatWasMovedMeanwhile() {
    live().pair(Role.RIDERS, next());
    IndexedFace ada = register(Person.ADA, image);
    IndexedFace moved = moved(Person.ADA, ada.id());

    assertThat(faces().registeredFrom(image)).map(IndexedFace::id).contains(moved.id());
    assertThat(register(Person.ADA, image).id()).isEqualTo(moved.id());
    assertThat(faces().size()).isOne();

    faces().deleteFacesOf(image);
    assertThat(faces().size()).isZero();
    switchOver(next(), first());
    assertThat(faces().size()).isZero();
  }

  @Test
  void nobodyRegistersDuringTheTurn() {
    List<DetectedFace> people =
        Person.named().stream().limit(callers()).map(Portrait::of).map(this::face).toList();

    List<Boolean> undisturbed =
        Concurrently.call(
            people.size() * 2,
            number ->
                number < people.size()
                    ? faces().register(newFace(people.get(number), number)) != null
                    : turn().whileNobodyRegisters(this::sizeStays));

    assertThat(undisturbed).containsOnly(true);
    assertThat(faces().size()).isEqualTo(people.size());
  }

  @Test
  void whoWaitedForTheTurnRegistersInTheCollectionThatIsLiveThen() {
    List<DetectedFace> people =
        Person.named().stream().limit(callers()).map(Portrait::of).map(this::face).toList();

    List<Integer> answers =
        Concurrently.call(
            people.size() + 1,
            number ->
                number == 0
                    ? turn().whileNobodyRegisters(this::switched)
                    : registered(people.get(number - 1), number));

    int before = answers.getFirst();
    int registered = answers.stream().skip(1).mapToInt(Integer::intValue).sum();
    assertThat(faces().size()).isEqualTo(registered - before);
    switchOver(next(), first());
    assertThat(faces().size()).isEqualTo(before);
  }

  /** Answers how many faces were registered before the switch. */
  private int switched() {
    int before = Math.toIntExact(faces().size());
    switchOver(first(), next());
    return before;
  }

  /** Answers how many were: none if the face was detected before the switch and came after it. */
  private int registered(DetectedFace face, int number) {
    try {
      assertThat(faces().register(newFace(face, number))).isInstanceOf(Registered.class);
      return 1;
    } catch (OutdatedPrintException _) {
      return 0;
    }
  }

  private boolean sizeStays() {
    long before = faces().size();
    return IntStream.range(0, 10)
        .allMatch(
            _ -> {
              Thread.yield();
              return faces().size() == before;
            });
  }

  /** Another collection becomes live, in which the face has a counterpart. */
  private IndexedFace moved(Person person, FaceId face) {
    switchOver(first(), next());
    IndexedFace moved = register(person, elsewhere);
    counterparts().pair(first(), face, next(), moved.id());
    return moved;
  }

  @Test
  void aMovedFaceIsComparedUnderAnyOfItsIds() {
    IndexedFace before = register(Person.ADA, image);
    IndexedFace after = moved(Person.ADA, before.id());
    FacePrint print = face(Portrait.of(Person.ADA)).print();

    assertThat(faces().similarity(print, before.id(), 70).orElseThrow()).isGreaterThan(70);
    assertThat(faces().similarity(print, before.id(), 70))
        .isEqualTo(faces().similarity(print, after.id(), 70));
  }

  private void switchOver(CollectionId from, CollectionId to) {
    live().switchOver(Role.RIDERS, from, to);
  }

  private List<IndexedFace> search(Person person) {
    return faces().search(face(Portrait.of(person)).print(), 70, 100).stream()
        .filter(FaceMatch::duplicate)
        .map(FaceMatch::face)
        .toList();
  }

  private IndexedFace register(Person person, ImageId from) {
    DetectedFace face = face(Portrait.of(person));
    Registration answer =
        faces().register(new NewFace(from, ExternalImageId.of(person.name()), face, false));
    assertThat(answer).isInstanceOf(Registered.class);
    return ((Registered) answer).face();
  }

  private static NewFace newFace(DetectedFace face, int number) {
    return new NewFace(
        new ImageId("image-" + number), ExternalImageId.of("rider-" + number), face, false);
  }
}
