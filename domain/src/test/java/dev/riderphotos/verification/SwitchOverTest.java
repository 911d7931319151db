package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.LiveRiderProfiles;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryLiveCollections;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Scenario;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another collection, of another model, becomes live while riders are verified. */
class SwitchOverTest {
  private static final CollectionId FIRST = InMemoryLiveCollections.RIDERS;
  private static final CollectionId NEXT = new CollectionId("next");
  private static final int UPLOADS = 16;
  private static final int SWITCHES = 20;

  private Verifications verifications = new Verifications();

  @BeforeEach
  void pair() {
    verifications.collection().model(NEXT, "names-2");
    verifications.live().pair(Role.RIDERS, NEXT);
  }

  @ParameterizedTest
  @EnumSource
  void beforeWhateverCallItComesTheExecutionEndsAsItWould(Scenario scenario) {
    int calls = 0;
    Faults faults;
    do {
      verifications = new Verifications();
      pair();
      scenario.prepare(verifications);
      faults = new Faults();
      faults.before(++calls, this::switchOver);
      Faults these = faults;
      verifications.swap(ports -> ports.withFaults(these));
      Execution execution = scenario.play(verifications);

      assertThat(execution.status()).as("before call " + calls).isEqualTo(scenario.end());
      assertThat(execution.tidy()).isTrue();
      assertEveryFaceIsSomebodys();
    } while (calls < faults.calls().size());
    assertThat(calls).isGreaterThan(10);
  }

  @ParameterizedTest
  @EnumSource
  void whatACrashLeftEndsInTheCollectionThatIsLiveThen(Scenario scenario) {
    int calls = 0;
    boolean died;
    do {
      verifications = new Verifications();
      pair();
      scenario.prepare(verifications);
      Faults faults = new Faults();
      faults.nth(++calls, Fault.CRASH_AFTERWARDS, _ -> true);
      verifications.swap(ports -> ports.withFaults(faults));
      died = dies(scenario);
      faults.heal();
      switchOver();
      verifications.executions().holderDied();
      for (ExecutionId id : verifications.executions().unfinished()) {
        Execution resumed = verifications.verification().run(id);
        assertThat(resumed.unfinished()).isFalse();
        assertThat(resumed.status()).as("after call " + calls).isEqualTo(endOf(scenario));
      }

      assertEveryFaceIsSomebodys();
    } while (died);
    assertThat(calls).isGreaterThan(10);
  }

  /** Before its photo is kept, an execution ends for want of it. */
  private Status endOf(Scenario scenario) {
    Execution last = verifications.executions().all().getLast();
    boolean kept = verifications.photos().get(last.submission().photo()).isPresent();
    return kept ? scenario.end() : Status.REJECTED;
  }

  private boolean dies(Scenario scenario) {
    try {
      Execution ended = scenario.play(verifications);
      assertThat(ended.status()).isEqualTo(scenario.end());
      return false;
    } catch (Crash _) {
      return true;
    }
  }

  @RepeatedTest(10)
  void ofOneFaceSentManyTimesExactlyOneIsVerifiedHoweverOftenItIsSwitched() {
    List<Optional<Execution>> ended =
        Concurrently.call(
            UPLOADS + 1, number -> number == UPLOADS ? toAndFro() : Optional.of(upload(number)));

    List<Execution> executions = ended.stream().flatMap(Optional::stream).toList();
    assertThat(executions)
        .filteredOn(execution -> execution.status() == Status.VERIFIED)
        .hasSize(1);
    assertThat(executions)
        .filteredOn(execution -> execution.status() == Status.REJECTED)
        .hasSize(UPLOADS - 1);
    assertThat(verifications.collection().size()).isOne();
    assertEveryFaceIsSomebodys();
  }

  @Test
  void anExecutionThatBeganBeforeItHasNothingHeldAgainstIt() {
    Execution execution = interruptedAt(RiderFaces.class, "register", this::switchOver);

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(execution.steps()).allSatisfy(step -> assertThat(step.error()).isNull());
    assertThat(verifications.collection().allOf(FIRST)).isEmpty();
    assertThat(verifications.collection().allOf(NEXT)).hasSize(1);
  }

  @Test
  void aFaceThatWasLeftBehindIsRegisteredOnceMore() {
    Execution execution =
        interruptedAt(
            RiderFaces.class,
            "find",
            () -> verifications.live().switchOver(Role.RIDERS, FIRST, NEXT));

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(profiles().find(Riders.ada())).map(RiderProfile::face).contains(onlyFaceIn(NEXT));
    assertThat(verifications.counterparts().in(NEXT, onlyFaceIn(FIRST))).contains(onlyFaceIn(NEXT));
  }

  /** Verifies Ada's first photo, and has something happen right before a call. */
  private Execution interruptedAt(Class<?> port, String method, Runnable interlude) {
    Faults faults = new Faults();
    faults.before(call -> call.is(port, method), interlude);
    return Scenario.FIRST_PHOTO.play(verifications.swap(ports -> ports.withFaults(faults)));
  }

  @Test
  void aRiderIsErasedFromBothCollections() {
    assertThat(verify(Riders.ada(), Person.ADA)).isEqualTo(Status.VERIFIED);
    switchOver();
    assertThat(verifications.collection().allOf(FIRST)).hasSize(1);
    assertThat(verifications.collection().allOf(NEXT)).hasSize(1);

    Erasure receipt = verifications.forgetting().forget(Riders.ada());

    assertThat(receipt)
        .isInstanceOfSatisfying(
            Erasure.Erased.class, erased -> assertThat(erased.faces()).hasSize(1));
    assertThat(verifications.collection().allOf(FIRST)).isEmpty();
    assertThat(verifications.collection().allOf(NEXT)).isEmpty();
    assertThat(verifications.profiles().all()).isEmpty();
  }

  @Test
  void theProfileTellsThePresentFaceAndItsRowStaysAsItWas() {
    assertThat(verify(Riders.ada(), Person.ADA)).isEqualTo(Status.VERIFIED);
    RiderProfile row = verifications.profiles().all().getFirst();
    switchOver();

    RiderProfile present = profiles().find(Riders.ada()).orElseThrow();

    assertThat(present.face()).isNotEqualTo(row.face()).isEqualTo(onlyFaceIn(NEXT));
    assertThat(verifications.profiles().all()).containsExactly(row);
    assertThat(verify(Riders.clara(), Person.ADA)).isEqualTo(Status.REJECTED);
    switchOver();
    assertThat(profiles().find(Riders.ada())).contains(row);
  }

  @Test
  void whatIsReplacedAfterwardsGoesFromBoth() {
    assertThat(verify(Riders.ada(), Person.ADA)).isEqualTo(Status.VERIFIED);
    switchOver();

    assertThat(verify(Riders.ada(), Person.BORIS)).isEqualTo(Status.VERIFIED);

    assertThat(verifications.collection().allOf(FIRST)).isEmpty();
    assertThat(profiles().find(Riders.ada())).map(RiderProfile::face).contains(onlyFaceIn(NEXT));
  }

  private RiderProfiles profiles() {
    return new LiveRiderProfiles(
        verifications.profiles(), verifications.live(), verifications.counterparts());
  }

  private FaceId onlyFaceIn(CollectionId collection) {
    List<IndexedFace> faces = verifications.collection().allOf(collection);
    assertThat(faces).hasSize(1);
    return faces.getFirst().id();
  }

  private Status verify(RiderId rider, Person person) {
    return verifications.verify(rider, Photos.of(person)).status();
  }

  private Execution upload(int number) {
    return verifications.verify(Riders.number(number), Photos.oneFace());
  }

  private Optional<Execution> toAndFro() {
    for (int i = 0; i < SWITCHES; i++) {
      switchOver();
      Thread.yield();
    }
    return Optional.empty();
  }

  /** As an operator does it: what was not moved yet is, and then the other collection is live. */
  private void switchOver() {
    var _ =
        verifications
            .collection()
            .whileNobodyRegisters(
                () -> {
                  CollectionId from = verifications.live().of(Role.RIDERS);
                  CollectionId to = from.equals(FIRST) ? NEXT : FIRST;
                  verifications.collection().carryOverTo(to);
                  verifications.live().switchOver(Role.RIDERS, from, to);
                  return to;
                });
  }

  /** In either collection, a face is the one of a profile, or the counterpart of one. */
  private void assertEveryFaceIsSomebodys() {
    CollectionId live = verifications.live().of(Role.RIDERS);
    List<FaceId> shown =
        verifications.profiles().all().stream()
            .map(row -> profiles().find(row.rider()).orElseThrow().face())
            .toList();
    assertThat(verifications.collection().allOf(live))
        .extracting(IndexedFace::id)
        .containsExactlyInAnyOrderElementsOf(shown);
    for (CollectionId each : List.of(FIRST, NEXT)) {
      assertThat(verifications.collection().allOf(each))
          .extracting(face -> verifications.counterparts().in(live, face.id()).orElse(face.id()))
          .isSubsetOf(shown);
    }
    assertThat(verifications.executions().all())
        .filteredOn(execution -> execution.verdict() instanceof Verdict.Verified)
        .allSatisfy(execution -> assertThat(execution.tidy()).isTrue());
  }
}
