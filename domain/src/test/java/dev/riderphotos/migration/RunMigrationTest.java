package dev.riderphotos.migration;

import static dev.riderphotos.migration.Scene.NEW;
import static dev.riderphotos.migration.Scene.OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryMigrations;
import dev.riderphotos.testkit.Photos;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunMigrationTest {
  private final Scene scene = new Scene();

  @Test
  void everyFaceIsMovedUnderItsName() {
    IndexedFace ada = scene.register(Person.ADA);
    IndexedFace boris = scene.register(Person.BORIS);
    Migration prepared = scene.prepare();
    assertThat(scene.counts(prepared.id()).open()).isEqualTo(2);

    Migration done = scene.run(prepared.id());

    assertThat(done.state()).isEqualTo(MigrationState.DONE);
    assertThat(scene.counts(done.id()).allMoved()).isTrue();
    assertThat(scene.names(NEW)).isEqualTo(scene.names(OLD)).hasSize(2);
    assertThat(scene.counterparts().in(NEW, ada.id())).isPresent();
    assertThat(scene.counterparts().in(NEW, boris.id())).isPresent();
    assertThat(scene.turns).hasValue(2);
  }

  @Test
  void aTrialSaysWhatTheRunWillDoAndWritesNothing() {
    scene.register(Person.ADA);
    scene.register(Person.BORIS);
    scene.register(Person.CLARA);
    scene.forgetPhoto(Person.BORIS.name());
    scene.replacePhoto(Person.CLARA.name(), Photos.nobody());
    MigrationId id = scene.prepare().id();

    List<FaceRow> tried = scene.attempt(id, 10);

    assertThat(scene.attempt(id, 1)).hasSize(1);
    assertThat(scene.facesIn(NEW)).isEmpty();
    assertThat(scene.counts(id).open()).isEqualTo(3);
    Migration _ = scene.run(id);
    for (FaceRow row : tried) {
      assertThat(scene.ledger().row(id, row.provided().id()).orElseThrow())
          .extracting(FaceRow::outcome, FaceRow::reason)
          .containsExactly(row.outcome(), row.reason());
    }
  }

  @Test
  void whatNobodyProvidedIsSwept() {
    List<IndexedFace> largest = scene.register("pair.jpg", Photos.twoFaces(), 1);
    MigrationId id = scene.prepare().id();

    Migration _ = scene.run(id);

    assertThat(scene.facesIn(NEW)).hasSize(1);
    assertThat(scene.rows(id, Outcome.MOVED))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.provided().id()).isEqualTo(largest.getFirst().id());
              assertThat(row.newFace()).isEqualTo(scene.facesIn(NEW).getFirst().id());
              assertThat(row.reason()).isEqualTo("Indexed more than 1 expected face.");
            });
  }

  @Test
  void bothFacesOfAPhotoAreMoved() {
    List<IndexedFace> _ = scene.register("pair.jpg", Photos.twoFaces(), 2);
    Migration done = scene.run(scene.prepare().id());

    assertThat(scene.counts(done.id()).of(Outcome.MOVED)).isEqualTo(2);
    assertThat(scene.counts(done.id()).records()).isEqualTo(1);
    assertThat(scene.facesIn(NEW)).hasSize(2);
  }

  @Test
  void everyFaceEndsAsOneOfFive() {
    scene.register(Person.ADA);
    scene.register(Person.BORIS);
    scene.register(Person.CLARA);
    scene.forgetPhoto(Person.BORIS.name());
    scene.replacePhoto(Person.CLARA.name(), Photos.nobody());

    MigrationId id = scene.run(scene.prepare().id()).id();

    assertThat(scene.rows(id, Outcome.REJECTED))
        .extracting(FaceRow::reason)
        .containsExactly("S3 validation failed: Object does not exist");
    assertThat(scene.rows(id, Outcome.NOT_REINDEXED))
        .extracting(FaceRow::reason)
        .containsExactly("1 face expected, no faces found.");
    assertThat(scene.counts(id).of(Outcome.MOVED)).isEqualTo(1);
    assertThat(scene.counts(id).provided()).isEqualTo(3);
    assertThat(scene.counts(id).allMoved()).isFalse();
  }

  @Test
  void followsWhatHappensMeanwhile() {
    IndexedFace ada = scene.register(Person.ADA);
    MigrationId id = scene.run(scene.prepare().id()).id();

    scene.register(Person.BORIS);
    scene.deleteFrom(OLD, ada.id());
    Migration _ = scene.run(id);

    assertThat(scene.names(NEW)).isEqualTo(scene.names(OLD)).containsExactly("Boris");
    assertThat(scene.counts(id).of(Outcome.WITHDRAWN)).isEqualTo(1);
    assertThat(scene.rows(id, Outcome.MOVED)).hasSize(1);
  }

  @Test
  void throttlingIsNoFailure() {
    scene.register(Person.ADA);
    MigrationId id = scene.prepare().id();
    scene.faults.next(20, Fault.THROTTLED, call -> call.is(FaceCollections.class, "index"));

    Migration _ = scene.run(id);

    assertThat(scene.counts(id).allMoved()).isTrue();
    assertThat(scene.turns).hasValue(21);
    assertThat(scene.rests).hasValue(20);
  }

  @Test
  void aBackendThatIsAwayIsWaitedFor() {
    scene.register(Person.ADA);
    MigrationId id = scene.prepare().id();
    scene.faults.next(
        40,
        Fault.RETRYABLE,
        call ->
            call.is(FaceCollections.class, "index") || call.is(FaceCollections.class, "describe"));

    Migration _ = scene.run(id);

    assertThat(scene.counts(id).allMoved()).isTrue();
    assertThat(scene.rests).hasValue(20);
  }

  @Test
  void afterFiveFailuresItIsADeadLetterThatMayBeRedriven() {
    scene.register(Person.ADA);
    MigrationId id = scene.prepare().id();
    scene.faults.next(5, Fault.FINAL, call -> call.is(PhotoStore.class, "get"));

    Migration _ = scene.run(id);
    assertThat(scene.rows(id, Outcome.FAILED)).hasSize(1);

    assertThat(scene.control().redrive(id, Scene.OPTIONS.withFilter(QualityFilter.NONE)))
        .isEqualTo(1);
    Migration _ = scene.run(id);
    assertThat(scene.counts(id).allMoved()).isTrue();
  }

  @Test
  void aFullDiskEndsTheRunAndNothingIsLost() {
    scene.register(Person.ADA);
    MigrationId id = scene.prepare().id();
    scene.faults.next(1, Fault.NO_ROOM, call -> call.is(FaceCollections.class, "index"));

    assertThatThrownBy(() -> scene.run(id)).hasMessageStartingWith("Could not");
    Migration _ = scene.run(id);

    assertThat(scene.counts(id).allMoved()).isTrue();
  }

  @Test
  void isPausedAndGoesOn() {
    for (Person person : Person.named()) {
      scene.register(person);
    }
    MigrationId id = scene.prepare().id();
    Migration _ = scene.control().pause(id);
    assertThatThrownBy(() -> scene.control().pause(id))
        .isInstanceOf(WrongStateException.class)
        .hasMessage("The migration is PAUSED; this is possible while it is READY, RUNNING");

    assertThat(scene.control().resume(id).state()).isEqualTo(MigrationState.RUNNING);
    Migration _ = scene.run(id);
    assertThat(scene.counts(id).allMoved()).isTrue();
  }

  @Test
  void stopsWhenItIsToldTo() {
    for (Person person : Person.named()) {
      scene.register(person);
    }
    MigrationId id = scene.prepare().id();
    scene.stopWhen(() -> scene.turns.get() >= 3);

    assertThatThrownBy(() -> scene.run(id)).isInstanceOf(StoppedException.class);
    assertThat(scene.counts(id).open()).isPositive();

    scene.stopWhen(() -> false);
    Migration _ = scene.run(id);
    assertThat(scene.counts(id).allMoved()).isTrue();
  }

  @Test
  void aFaceWithdrawnWhileItIsIndexedIsGoneFromBoth() {
    IndexedFace ada = scene.register(Person.ADA);
    MigrationId id = scene.prepare().id();
    scene.meanwhile(
        () -> {
          scene.deleteFrom(OLD, ada.id());
          boolean _ = scene.ledger().withdraw(id, ada.id());
        });

    Migration _ = scene.run(id);

    assertThat(scene.facesIn(NEW)).isEmpty();
    assertThat(scene.counts(id).of(Outcome.WITHDRAWN)).isEqualTo(1);
    assertThat(scene.counts(id).provided()).isEqualTo(1);
    assertThat(scene.counterparts().of(ada.id())).isEmpty();
  }

  @Test
  void aCrashAnywhereLosesNothing() {
    int calls = callsOfAWholeRun();
    for (Fault fault : List.of(Fault.CRASH, Fault.CRASH_AFTERWARDS)) {
      for (int at = 1; at <= calls; at++) {
        Scene crashed = people();
        MigrationId id = crashed.prepare(oneWorker()).id();
        crashed.faults.nth(at, fault, _ -> true);
        runOrDie(crashed, id);
        crashed.faults.heal();

        Migration done = crashed.run(id);

        assertThat(done.state()).isEqualTo(MigrationState.DONE);
        assertThat(crashed.names(NEW)).as(fault + " at " + at).isEqualTo(crashed.names(OLD));
        assertThat(crashed.facesIn(NEW)).hasSize(3);
        assertThat(crashed.counts(id).of(Outcome.MOVED)).isEqualTo(3);
      }
    }
  }

  private static int callsOfAWholeRun() {
    Scene whole = people();
    MigrationId id = whole.prepare(oneWorker()).id();
    int before = whole.faults.calls().size();
    Migration _ = whole.run(id);
    return whole.faults.calls().size() - before;
  }

  private static void runOrDie(Scene scene, MigrationId id) {
    try {
      Migration _ = scene.run(id);
    } catch (Crash died) {
      // It was to.
    }
  }

  private static Scene people() {
    Scene scene = new Scene();
    scene.register(Person.ADA);
    List<IndexedFace> _ = scene.register("pair.jpg", Photos.twoFaces(), 2);
    return scene;
  }

  private static MigrationOptions oneWorker() {
    return new MigrationOptions(0.5, 50, 1, QualityFilter.AUTO, false);
  }

  @Test
  void oneProcessRunsItAtATime() {
    scene.register(Person.ADA);
    MigrationId id = scene.prepare().id();
    InMemoryMigrations other = scene.ofThisProcess().ofAnotherProcess();
    AtomicInteger refused = new AtomicInteger();
    scene.meanwhile(
        () -> {
          assertThatThrownBy(() -> scene.runElsewhere(other, id))
              .isInstanceOf(RunElsewhereException.class)
              .hasMessageStartingWith("Another process is at work on migration " + id);
          refused.incrementAndGet();
        });

    assertThat(scene.run(id).state()).isEqualTo(MigrationState.DONE);

    assertThat(refused).hasValue(1);
    assertThat(scene.turns).hasValue(1);
    assertThat(other.claim(id)).isTrue();
  }

  @Test
  void anotherProcessGoesOnWhereOneDied() {
    scene.register(Person.ADA);
    scene.register(Person.BORIS);
    MigrationId id = scene.prepare(oneWorker()).id();
    InMemoryMigrations other = scene.ofThisProcess().ofAnotherProcess();
    scene.faults.nth(1, Fault.CRASH_AFTERWARDS, call -> call.is(MigrationLedger.class, "finish"));
    runOrDie(scene, id);
    assertThatThrownBy(() -> scene.runElsewhere(other, id))
        .isInstanceOf(RunElsewhereException.class);
    scene.faults.heal();

    scene.ofThisProcess().letClaimsRunOut();

    assertThat(scene.runElsewhere(other, id).state()).isEqualTo(MigrationState.DONE);
    assertThat(scene.counts(id).allMoved()).isTrue();
    assertThat(scene.turns).hasValue(2);
  }

  @Test
  void whoLostItStopsAndSweepsNothing() {
    scene.register(Person.ADA);
    List<IndexedFace> _ = scene.register("pair.jpg", Photos.twoFaces(), 1);
    MigrationId id = scene.prepare(oneWorker()).id();
    InMemoryMigrations other = scene.ofThisProcess().ofAnotherProcess();
    scene.meanwhile(
        () -> {
          scene.ofThisProcess().letClaimsRunOut();
          assertThat(other.claim(id)).isTrue();
        });

    assertThat(scene.run(id).state()).isEqualTo(MigrationState.RUNNING);

    assertThat(scene.turns).hasValue(1);
    assertThat(scene.counts(id).open()).isEqualTo(1);
    assertThat(scene.runElsewhere(other, id).state()).isEqualTo(MigrationState.DONE);
    assertThat(scene.facesIn(NEW)).hasSize(2);
  }

  @Test
  void newFacesMayBeKept() {
    List<IndexedFace> _ = scene.register("pair.jpg", Photos.twoFaces(), 1);
    MigrationOptions keeping = new MigrationOptions(0.5, 50, 1, QualityFilter.AUTO, true);

    assertThatThrownBy(() -> scene.prepare(keeping)).hasMessageContaining("--keep-new-faces");

    scene.live().switchOver(Role.RIDERS, OLD, new CollectionId("elsewhere"));
    MigrationId id = scene.run(scene.prepare(keeping).id()).id();
    assertThat(scene.facesIn(NEW)).hasSize(2);
    assertThat(scene.ledger().kept(id, null, 10)).hasSize(1);
    assertThat(scene.counts(id).newFaces()).isEqualTo(1);
  }
}
