package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.Registration.Duplicate;
import dev.riderphotos.face.Registration.Registered;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RiderFaces} keeps. Nothing here asserts a similarity: only who is found, in
 * which order, and who is taken for one person.
 */
public abstract class RiderFacesContract {
  private final ImageId image = new ImageId("image-1");
  private final ImageId otherImage = new ImageId("image-2");

  /** A collection without any face; the same one whenever it is asked for in one test. */
  protected abstract RiderFaces collection();

  /** The face of a portrait of one person, with a print that the collection reads. */
  protected abstract DetectedFace face(Portrait portrait);

  /** A print that the collection must refuse. */
  protected abstract FacePrint printOfAnotherModel();

  /** How often a race is run; fewer times where each run takes long. */
  protected int rounds() {
    return 20;
  }

  /** How many race; fewer where they wait long for each other. */
  protected int callers() {
    return 16;
  }

  /** Ada, Boris and others who are in a collection together; fewer where each takes long. */
  protected List<Person> crowd() {
    return Person.named();
  }

  /** Names of faces, the oddest there are. */
  protected List<String> names() {
    return Stream.concat(OddNames.upTo(128).stream(), Stream.of("x".repeat(188))).toList();
  }

  @Test
  void worksWhenEmpty() {
    assertThat(collection().size()).isZero();
    assertThat(search(Person.ADA, 0, 10)).isEmpty();
    assertThat(collection().find(new FaceId("nobody"))).isEmpty();
    collection().delete(new FaceId("nobody"));
    collection().deleteFacesOf(image);
    assertThat(collection().size()).isZero();
  }

  @Test
  void aRegisteredFaceIsFound() {
    IndexedFace ada = register(Person.ADA, image, "ada");

    assertThat(collection().size()).isOne();
    assertThat(collection().find(ada.id())).contains(ada);
    assertThat(search(Person.ADA, 70, 10))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.face()).isEqualTo(ada);
              assertThat(match.duplicate()).isTrue();
            });
  }

  @Test
  void anIndexedFaceTellsWhereItIsFrom() {
    DetectedFace face = face(Portrait.of(Person.ADA));

    IndexedFace ada = register(Person.ADA, image, "ada");

    assertThat(ada.image()).isEqualTo(image);
    assertThat(ada.externalImageId()).isEqualTo(ExternalImageId.of("ada"));
    assertThat(ada.confidence()).isCloseTo(face.detail().confidence(), within(1.0));
    assertThat(ada.box().intersectionOverUnion(face.detail().box())).isGreaterThan(0.9);
  }

  @Test
  void aPersonIsKnownOnAnotherDay() {
    IndexedFace ada = register(Person.ADA, image, "ada");
    DetectedFace later = face(Portrait.of(Person.ADA).take(1));

    assertThat(collection().search(later.print(), 0, 10))
        .singleElement()
        .satisfies(match -> assertThat(match.face()).isEqualTo(ada))
        .matches(FaceMatch::duplicate);
    assertThat(collection().register(newFace(later, otherImage, "other", false)))
        .isInstanceOf(Duplicate.class);
  }

  @Test
  void strangersAreNotTakenForOnePerson() {
    IndexedFace ada = register(Person.ADA, image, "ada");
    IndexedFace boris = register(Person.BORIS, otherImage, "boris");

    assertThat(ada.id()).isNotEqualTo(boris.id());
    assertThat(collection().size()).isEqualTo(2);
    assertThat(search(Person.CLARA, 0, 10)).noneMatch(FaceMatch::duplicate);
    assertThat(duplicates(Person.BORIS)).containsExactly(boris);
  }

  @Test
  void theMostSimilarComeFirst() {
    registerEverybody();

    for (Person person : crowd()) {
      List<FaceMatch> matches = search(person, 0, 100);

      assertThat(matches.getFirst().face().externalImageId())
          .isEqualTo(ExternalImageId.of(person.name()));
      assertThat(matches)
          .isSortedAccordingTo((a, b) -> Double.compare(b.similarity(), a.similarity()))
          .allSatisfy(match -> assertThat(match.similarity()).isBetween(0.0, 100.0));
    }
  }

  @Test
  void givesAtMostAsManyAsAskedForAndTheMostSimilarOfAll() {
    registerEverybody();
    List<FaceMatch> all = search(Person.ADA, 0, 100);

    assertThat(search(Person.ADA, 0, 3))
        .extracting(FaceMatch::similarity)
        .isEqualTo(all.stream().limit(3).map(FaceMatch::similarity).toList());
    assertThat(search(Person.ADA, 0, 1)).isEqualTo(all.subList(0, 1));
  }

  @Test
  void givesOnlyThoseWhoAreSimilarEnough() {
    registerEverybody();
    double least = search(Person.ADA, 0, 100).getFirst().similarity();

    assertThat(search(Person.ADA, least, 100))
        .isNotEmpty()
        .allSatisfy(match -> assertThat(match.similarity()).isGreaterThanOrEqualTo(least));
    assertThat(search(Person.ADA, 70, 100))
        .allSatisfy(match -> assertThat(match.similarity()).isGreaterThanOrEqualTo(70));
  }

  @Test
  void tellsHowLikeOneFaceItIsWhoeverElseIsThere() {
    IndexedFace ada = register(Person.ADA, image, "ada");
    registerOthers();
    FacePrint later = face(Portrait.of(Person.ADA).take(1)).print();

    double same = collection().similarity(later, ada.id(), 70).orElseThrow();

    assertThat(same).isBetween(70.0, 100.0);
    for (Person other : List.of(Person.BORIS, Person.CLARA)) {
      FacePrint print = face(Portrait.of(other)).print();
      assertThat(collection().similarity(print, ada.id(), 70).orElseThrow()).isBetween(0.0, 70.0);
    }
  }

  @Test
  void isLikeNoFaceThatIsNotThere() {
    FacePrint print = face(Portrait.of(Person.ADA)).print();
    assertThat(collection().similarity(print, new FaceId("nobody"), 70)).isEmpty();
    IndexedFace ada = register(Person.ADA, image, "ada");

    collection().delete(ada.id());

    assertThat(collection().similarity(print, ada.id(), 70)).isEmpty();
  }

  @Test
  void onesOwnFaceIsKnownByItsIdUnderAnotherName() {
    IndexedFace earlier = register(Person.ADA, image, "somebody");
    DetectedFace later = face(Portrait.of(Person.ADA).take(1));
    NewFace again = newFace(later, otherImage, "ada", true);

    assertThat(
            collection()
                .register(newFace(later, otherImage, "ada", false).beside(earlier.id(), 70)))
        .isInstanceOf(Duplicate.class);
    assertThat(collection().register(again)).isInstanceOf(Duplicate.class);
    assertThat(collection().register(again.beside(earlier.id(), 70)))
        .isInstanceOf(Registered.class);
  }

  /** The second photo of one person is more alike than 70 and less than 100. */
  @Test
  void whatIsOnesOwnIsSaidByWhoRegisters() {
    register(Person.ADA, image, "ada");
    NewFace again = newFace(face(Portrait.of(Person.ADA).take(1)), otherImage, "ada", false);

    assertThat(collection().register(again.beside(null, 70))).isInstanceOf(Duplicate.class);
    assertThat(collection().register(again.beside(null, 100))).isInstanceOf(Registered.class);
  }

  @Test
  void searchingChangesNothing() {
    register(Person.ADA, image, "ada");

    assertThat(search(Person.ADA, 0, 10)).isEqualTo(search(Person.ADA, 0, 10));
    assertThat(search(Person.BORIS, 0, 10)).isEqualTo(search(Person.BORIS, 0, 10));
    assertThat(collection().size()).isOne();
  }

  @Test
  void registeringFromTheSameImageAgainGivesTheSameFace() {
    IndexedFace ada = register(Person.ADA, image, "ada");

    assertThat(register(Person.ADA, image, "ada")).isEqualTo(ada);
    assertThat(collection().size()).isOne();
  }

  @Test
  void anImageTellsTheFaceThatWasRegisteredFromIt() {
    assertThat(collection().registeredFrom(image)).isEmpty();

    IndexedFace ada = register(Person.ADA, image, "ada");

    assertThat(collection().registeredFrom(image)).contains(ada);
    assertThat(collection().registeredFrom(otherImage)).isEmpty();
    collection().delete(ada.id());
    assertThat(collection().registeredFrom(image)).isEmpty();
  }

  @Test
  void aKnownFaceIsNotRegisteredForAnotherName() {
    IndexedFace ada = register(Person.ADA, image, "ada");

    assertThat(tryToRegister(Person.ADA, otherImage, "other", false))
        .isInstanceOfSatisfying(
            Duplicate.class,
            duplicate -> {
              assertThat(duplicate.match().face()).isEqualTo(ada);
              assertThat(duplicate.match().duplicate()).isTrue();
            });
    assertThat(collection().size()).isOne();
  }

  @Test
  void aKnownFaceIsNotRegisteredForTheSameNameUnlessItMayBe() {
    IndexedFace earlier = register(Person.ADA, image, "ada");
    // Another photo: of the same one Rekognition keeps one face.
    DetectedFace later = face(Portrait.of(Person.ADA).take(1));
    assertThat(collection().register(newFace(later, otherImage, "ada", false)))
        .isInstanceOf(Duplicate.class);

    assertThat(collection().register(newFace(later, otherImage, "ada", true)))
        .isInstanceOfSatisfying(
            Registered.class,
            registered -> assertThat(registered.face().id()).isNotEqualTo(earlier.id()));

    assertThat(collection().size()).isEqualTo(2);
    assertThat(duplicates(Person.ADA)).hasSize(2).contains(earlier);
  }

  @Test
  void whoMayResembleTheirOwnFaceMayNotResembleAnothers() {
    register(Person.ADA, image, "ada");

    assertThat(tryToRegister(Person.ADA, otherImage, "other", true)).isInstanceOf(Duplicate.class);
    assertThat(tryToRegister(Person.ADA, otherImage, "Ada", true)).isInstanceOf(Duplicate.class);
  }

  @Test
  void aDeletedFaceIsFoundByNobodyAndMayBeRegisteredAgain() {
    IndexedFace ada = register(Person.ADA, image, "ada");

    collection().delete(ada.id());
    collection().delete(ada.id());

    assertThat(collection().size()).isZero();
    assertThat(collection().find(ada.id())).isEmpty();
    assertThat(search(Person.ADA, 0, 10)).isEmpty();
    assertThat(register(Person.ADA, otherImage, "other").image()).isEqualTo(otherImage);
  }

  @Test
  void deletingOneFaceLeavesTheOthers() {
    IndexedFace ada = register(Person.ADA, image, "ada");
    IndexedFace boris = register(Person.BORIS, otherImage, "boris");

    collection().delete(ada.id());

    assertThat(collection().size()).isOne();
    assertThat(collection().find(boris.id())).contains(boris);
    assertThat(duplicates(Person.BORIS)).containsExactly(boris);
  }

  @Test
  void deletesTheFacesOfAnImageAndNoOthers() {
    IndexedFace ada = register(Person.ADA, image, "ada");
    IndexedFace boris = register(Person.BORIS, otherImage, "boris");

    collection().deleteFacesOf(image);
    collection().deleteFacesOf(image);

    assertThat(collection().find(ada.id())).isEmpty();
    assertThat(collection().find(boris.id())).contains(boris);
    assertThat(duplicates(Person.ADA)).isEmpty();
    assertThat(collection().size()).isOne();
  }

  @Test
  void anImageMayBeRegisteredAgainAfterItsFacesWereDeleted() {
    register(Person.ADA, image, "ada");
    collection().deleteFacesOf(image);

    IndexedFace again = register(Person.ADA, image, "ada");

    assertThat(duplicates(Person.ADA)).containsExactly(again);
  }

  @Test
  void keepsTheOddestNamesApart() {
    List<String> names = names();
    for (String name : names) {
      IndexedFace face = register(Person.ADA, new ImageId("image"), name);
      assertThat(collection().find(face.id()))
          .hasValueSatisfying(
              found -> assertThat(found.externalImageId()).isEqualTo(ExternalImageId.of(name)));
      for (String other : List.of(names.getFirst(), names.getLast())) {
        assertThat(tryToRegister(Person.ADA, otherImage, other, true))
            .isInstanceOf(other.equals(name) ? Registered.class : Duplicate.class);
        collection().deleteFacesOf(otherImage);
      }
      collection().delete(face.id());
    }
  }

  @Test
  void refusesPrintsOfAnotherModel() {
    FacePrint foreign = printOfAnotherModel();
    DetectedFace face = new DetectedFace(face(Portrait.of(Person.ADA)).detail(), foreign);

    assertThatIllegalArgumentException().isThrownBy(() -> collection().search(foreign, 0, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> collection().register(newFace(face, image, "ada", false)));
    assertThat(collection().size()).isZero();
  }

  @Test
  protected void ofConcurrentCallsWithOneFaceExactlyOneIsRegistered() {
    DetectedFace ada = face(Portrait.of(Person.ADA));
    for (int round = 1; round <= rounds(); round++) {
      String images = "round-" + round + "-";
      List<Registration> answers =
          Concurrently.call(
              callers(),
              number ->
                  collection()
                      .register(
                          newFace(ada, new ImageId(images + number), "rider-" + number, false)));

      List<IndexedFace> registered = registered(answers);
      assertThat(registered).as("round " + round).hasSize(1);
      assertThat(duplicates(Person.ADA)).isEqualTo(registered);
      assertThat(answers).filteredOn(Duplicate.class::isInstance).hasSize(callers() - 1);
      collection().delete(registered.getFirst().id());
    }
  }

  @RepeatedTest(5)
  void concurrentCallsForOneImageGiveTheSameFace() {
    DetectedFace ada = face(Portrait.of(Person.ADA));

    List<Registration> answers =
        Concurrently.call(callers(), _ -> collection().register(newFace(ada, image, "ada", false)));

    assertThat(registered(answers)).hasSize(callers()).containsOnly(registered(answers).getFirst());
    assertThat(collection().size()).isOne();
  }

  @Test
  void strangersCanBeRegisteredAtOnce() {
    List<DetectedFace> faces = crowd().stream().map(person -> face(Portrait.of(person))).toList();

    List<Registration> answers =
        Concurrently.call(
            faces.size(),
            number ->
                collection()
                    .register(
                        newFace(
                            faces.get(number),
                            new ImageId("image-" + number),
                            "x" + number,
                            false)));

    assertThat(registered(answers)).hasSameSizeAs(faces).doesNotHaveDuplicates();
    assertThat(collection().size()).isEqualTo(faces.size());
  }

  private void registerOthers() {
    crowd().stream()
        .filter(person -> person != Person.ADA)
        .limit(3)
        .forEach(person -> register(person, new ImageId("of " + person.name()), person.name()));
  }

  private void registerEverybody() {
    IntStream.range(0, crowd().size())
        .forEach(
            number -> {
              Person person = crowd().get(number);
              IndexedFace face = register(person, new ImageId("image-" + number), person.name());
              assertThat(face.externalImageId()).isEqualTo(ExternalImageId.of(person.name()));
            });
  }

  @Test
  void aFaceThatItWasToldFromStandsInNobodysWay() {
    IndexedFace known = register(Person.ADA, new ImageId("1"), "ada");
    DetectedFace alike = face(Portrait.of(Person.ADA).take(2));

    Registration told =
        collection()
            .register(
                newFace(alike, new ImageId("2"), "twin", false)
                    .judged(Set.of(known.id()), Set.of()));

    assertThat(told).isInstanceOf(Registered.class);
    assertThat(collection().register(newFace(alike, new ImageId("3"), "third", false)))
        .as("but only in the way of who was told from it")
        .isInstanceOf(Registration.Duplicate.class);
    assertThat(
            collection()
                .register(
                    newFace(alike, new ImageId("4"), "third", false)
                        .judged(Set.of(known.id()), Set.of())))
        .as("and no other face was told from")
        .isInstanceOf(Registration.Duplicate.class);
  }

  @Test
  void whoIsOnePersonWithAStrangerIsBarredByTheirFaceAlone() {
    IndexedFace _ = register(Person.ADA, new ImageId("1"), "ada");
    NewFace other =
        newFace(face(Portrait.of(Person.BORIS)), new ImageId("2"), "boris", false)
            .judged(Set.of(), Set.of(ExternalImageId.of("ada")));

    assertThat(collection().register(other)).isInstanceOf(Registered.class);
  }

  private List<IndexedFace> duplicates(Person person) {
    return search(person, 0, 100).stream()
        .filter(FaceMatch::duplicate)
        .map(FaceMatch::face)
        .toList();
  }

  private List<FaceMatch> search(Person person, double minSimilarity, int limit) {
    return collection().search(face(Portrait.of(person)).print(), minSimilarity, limit);
  }

  private IndexedFace register(Person person, ImageId from, String name) {
    Registration answer = tryToRegister(person, from, name, false);
    assertThat(answer).isInstanceOf(Registered.class);
    return ((Registered) answer).face();
  }

  private Registration tryToRegister(
      Person person, ImageId from, String name, boolean mayResembleOwn) {
    return collection().register(newFace(face(Portrait.of(person)), from, name, mayResembleOwn));
  }

  private static List<IndexedFace> registered(List<Registration> answers) {
    return answers.stream()
        .filter(Registered.class::isInstance)
        .map(answer -> ((Registered) answer).face())
        .toList();
  }

  private static NewFace newFace(
      DetectedFace face, ImageId from, String name, boolean mayResembleOwn) {
    return new NewFace(from, ExternalImageId.of(name), face, mayResembleOwn);
  }
}
