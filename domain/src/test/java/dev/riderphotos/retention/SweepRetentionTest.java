package dev.riderphotos.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.retention.KeptMail.Letter;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.Decision;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.review.Ruling;
import dev.riderphotos.rider.LongAway;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.testkit.CaseFiles;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Retentions;
import dev.riderphotos.testkit.Reviews;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SweepRetentionTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(365);

  private final Verifications verifications = new Verifications();
  private final Retentions retentions = new Retentions(verifications);

  @Test
  void nothingIsSweptWhereThereIsNothing() {
    assertThat(retentions.sweep()).isEqualTo(new Swept(Map.of(), Map.of(), 0, true));
  }

  @Test
  void aRefusedPhotoGoesFirstAndItsExecutionLater() {
    Execution refused = verifications.verify(Riders.ada(), Photos.nobody());
    PhotoRef photo = refused.submission().photo();

    retentions.goOn(Duration.ofDays(30));
    assertThat(retentions.sweep().total()).isZero();
    assertThat(verifications.photos().refs()).contains(photo);

    retentions.goOn(DAY);
    Swept swept = retentions.sweep();
    assertThat(swept.counts()).isEqualTo(Map.of(Kept.REFUSED_PHOTOS, 1L));
    assertThat(swept.oldest(Kept.REFUSED_PHOTOS)).isEqualTo(refused.endedAt());
    assertThat(verifications.photos().refs()).doesNotContain(photo);
    assertThat(retentions.sweep().total()).as("what is gone is due no more").isZero();
    assertThat(verifications.executions().find(refused.id())).isPresent();

    retentions.goOn(Duration.ofDays(60));
    assertThat(retentions.sweep().counts()).isEqualTo(Map.of(Kept.EXECUTIONS, 1L));
    assertThat(verifications.executions().all()).isEmpty();
  }

  @Test
  void whatAProfileShowsStaysWithIt() {
    Execution verified = verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    retentions.goOn(YEAR);

    assertThat(retentions.sweep().counts()).isEqualTo(Map.of(Kept.EXECUTIONS, 1L));

    assertThat(verifications.executions().all()).isEmpty();
    assertThat(verifications.photos().refs()).contains(verified.submission().photo());
    Consistency.holds(verifications);
  }

  /** Whose appeal was granted is verified by the photo that was refused. */
  @Test
  void aRefusedPhotoThatAProfileShowsStaysWithIt() {
    Reviews reviews = new Reviews(verifications);
    Execution refused = verifications.verify(Riders.boris(), Photos.withSunglasses(Person.BORIS));
    assertThat(reviews.appeal(refused, "")).isNotNull();
    Case appeal = verifications.cases().all().getFirst();
    assertThat(reviews.decide(appeal, CaseFiles.KIM, Ruling.of(Decision.NO_SUNGLASSES)))
        .isNotNull();
    reviews.carryOut();
    RiderProfile profile = verifications.profiles().find(Riders.boris()).orElseThrow();
    assertThat(profile.photo()).isEqualTo(refused.submission().photo());

    retentions.goOn(YEAR);
    Swept swept = retentions.sweep();

    assertThat(swept.counts()).isEqualTo(Map.of(Kept.EXECUTIONS, 2L, Kept.CASES, 1L));
    Consistency.holds(verifications);
  }

  @Test
  void nothingOfEitherRiderGoesUnderAnOpenCase() {
    Execution refused = verifications.verify(Riders.ada(), Photos.nobody());
    verifications.verify(Riders.boris(), Photos.nobody());
    verifications.verify(Riders.clara(), Photos.nobody());
    Case open =
        verifications
            .cases()
            .open(CaseFiles.possibleDuplicate(Riders.ada(), Riders.boris(), retentions.now()));
    retentions.goOn(YEAR);

    assertThat(retentions.sweep().counts())
        .isEqualTo(Map.of(Kept.REFUSED_PHOTOS, 1L, Kept.EXECUTIONS, 1L));
    assertThat(riders()).isEqualTo(Set.of(Riders.ada(), Riders.boris()));
    assertThat(verifications.photos().refs()).contains(refused.submission().photo());

    Instant now = retentions.now();
    assertThat(
            verifications
                .cases()
                .change(open.id(), each -> each.closed(Outcome.CARRIED_OUT, now, now.plus(YEAR))))
        .isPresent();
    assertThat(retentions.sweep().total()).as("a photo is kept for an appeal").isZero();

    assertThat(verifications.cases().change(open.id(), Case::done)).isPresent();
    assertThat(retentions.sweep().counts())
        .isEqualTo(Map.of(Kept.REFUSED_PHOTOS, 2L, Kept.EXECUTIONS, 2L));
    retentions.goOn(Duration.ofDays(90));
    assertThat(retentions.sweep().counts()).isEqualTo(Map.of(Kept.CASES, 1L));
  }

  @Test
  void whatRunsStaysAndSoDoesWhoIsBeingErased() {
    verifications.submit(Riders.ada(), Photos.oneFace(), false);
    verifications.verify(Riders.boris(), Photos.nobody());
    retentions.wishes().add(Riders.boris());
    retentions.goOn(YEAR);

    assertThat(retentions.sweep().total()).isZero();
  }

  @Test
  void whatWasRedrivenMeanwhileStays() {
    Faults faults = new Faults();
    retentions.withFaults(faults);
    Execution submitted = verifications.submit(Riders.ada(), Photos.of(Person.ADA), false);
    faults.always(Fault.RETRYABLE, call -> call.is(PhotoStore.class, "put"));
    Execution failed = verifications.run(submitted);
    faults.heal();
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    retentions.goOn(YEAR);
    faults.before(
        call -> call.is(Executions.class, "find"),
        () -> assertThat(verifications.executions().redrive(failed.redriven())).isTrue());

    assertThat(retentions.sweep().total()).isZero();

    assertThat(verifications.run(failed).status()).isEqualTo(Status.VERIFIED);
    Consistency.holds(verifications);
  }

  @Test
  void oldMailGoes() {
    retentions.mail().add(new Letter("old", retentions.now()));
    retentions.goOn(DAY);
    Letter young = new Letter("young", retentions.now());
    retentions.mail().add(young);
    retentions.goOn(Duration.ofDays(29));

    assertThat(retentions.sweep().counts()).isEqualTo(Map.of(Kept.MAIL, 1L));

    assertThat(retentions.mail().all()).containsExactly(young);
  }

  @Test
  void aPlanSaysWhatASweepDoesAndDoesNothing() {
    retentions.settings(inactiveAfter(YEAR));
    verifications.verify(Riders.ada(), Photos.nobody());
    verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    verifications.verify(Riders.boris(), Photos.of(Person.BORIS));
    verifications.cases().open(closedCase());
    retentions.mail().add(new Letter("old", retentions.now()));
    for (Duration pause : List.of(Duration.ofDays(340), Duration.ofDays(31))) {
      retentions.goOn(pause);
      List<Execution> executions = verifications.executions().all();
      List<Sighting> sightings = retentions.sightings().all();
      Set<PhotoRef> photos = verifications.photos().refs();

      Swept planned = retentions.retention().plan();

      assertThat(verifications.executions().all()).isEqualTo(executions);
      assertThat(retentions.sightings().all()).isEqualTo(sightings);
      assertThat(verifications.photos().refs()).isEqualTo(photos);
      assertThat(planned.total() + planned.told()).isPositive();
      assertThat(retentions.sweep()).isEqualTo(planned);
    }
    assertThat(verifications.profiles().all()).isEmpty();
    assertThat(retentions.sightings().all()).isEmpty();
    assertThat(retentions.audited())
        .allSatisfy(entry -> assertThat(entry.origin()).isEqualTo(Origin.sweep()))
        .extracting(AuditEntry::act)
        .contains(Act.DELETED)
        .filteredOn(Act.RIDER_ERASED::equals)
        .hasSize(2);
  }

  @Test
  void ridersWhoWereNotHereAreToldOnceAndErasedThen() {
    retentions.settings(inactiveAfter(YEAR));
    verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    Instant seen = retentions.now();

    days(334);
    assertThat(verifications.notifier().away()).isEmpty();
    days(1);
    assertThat(verifications.notifier().away())
        .singleElement()
        .satisfies(
            word -> {
              assertThat(word.rider()).isEqualTo(Riders.ada());
              assertThat(word.email().value()).isEqualTo("ada@localhost");
              assertThat(word.seenAt()).isEqualTo(seen);
              assertThat(word.goesAt()).isEqualTo(seen.plus(YEAR));
              assertThat(word.id()).doesNotContain("ada");
            });
    days(29);
    assertThat(verifications.notifier().away()).hasSize(1);
    assertThat(verifications.profiles().find(Riders.ada())).isPresent();
    days(1);
    assertThat(verifications.profiles().all()).isEmpty();
    assertThat(verifications.photos().refs()).isEmpty();
    assertThat(verifications.collection().all()).isEmpty();
    assertThat(retentions.sightings().all()).isEmpty();
  }

  @Test
  void whoComesBackStays() {
    retentions.settings(inactiveAfter(YEAR));
    verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    days(340);

    retentions.seeing().see(Riders.ada());

    days(334);
    assertThat(verifications.notifier().away()).hasSize(1);
    assertThat(verifications.profiles().find(Riders.ada())).isPresent();
    days(1);
    assertThat(verifications.notifier().away())
        .extracting(LongAway::id)
        .as("another absence is another word")
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void ofWhomNothingIsKnownTheTermBeginsWithTheFirstSweep() {
    verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    retentions.goOn(YEAR.multipliedBy(3));
    assertThat(retentions.sweep().count(Kept.EXECUTIONS)).isEqualTo(1);
    retentions.settings(inactiveAfter(YEAR));

    Swept swept = retentions.sweep();

    assertThat(swept.total() + swept.told()).isZero();
    assertThat(retentions.sightings().find(Riders.ada()))
        .contains(Sighting.of(Riders.ada(), retentions.now()));
  }

  @Test
  void nobodyIsErasedUnderAnOpenCase() {
    retentions.settings(inactiveAfter(YEAR));
    verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    verifications
        .cases()
        .open(CaseFiles.possibleDuplicate(Riders.ada(), Riders.boris(), retentions.now()));

    days(2 * 365);

    assertThat(verifications.profiles().find(Riders.ada())).isPresent();
    assertThat(verifications.notifier().away()).isEmpty();
  }

  @Test
  void whoCannotBeToldForGoodIsErasedAllTheSame() {
    Faults faults = new Faults();
    verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    retentions.settings(inactiveAfter(YEAR));
    retentions.withFaults(faults);
    faults.always(Fault.FINAL, call -> call.is(RiderNotifier.class, "send"));

    days(340);
    assertThat(verifications.profiles().find(Riders.ada())).isPresent();
    days(40);

    assertThat(verifications.profiles().all()).isEmpty();
  }

  @Test
  void whatCannotBeDeletedKeepsNothingElseFromIt() {
    Faults faults = new Faults();
    for (int number = 0; number < 5; number++) {
      verifications.verify(Riders.number(number), Photos.nobody());
    }
    retentions.withFaults(faults);
    retentions.goOn(YEAR);
    faults.next(1, Fault.RETRYABLE, call -> call.is(PhotoStore.class, "delete"));

    assertThatExceptionOfType(BackendException.class).isThrownBy(retentions::sweep);

    assertThat(riders()).hasSize(1);
    assertThat(retentions.sweep().counts())
        .isEqualTo(Map.of(Kept.REFUSED_PHOTOS, 1L, Kept.EXECUTIONS, 1L));
  }

  @Test
  void whereNothingCanBeDeletedThatIsSoonClear() {
    Faults faults = new Faults();
    for (int number = 0; number < 50; number++) {
      verifications.verify(Riders.number(number), Photos.nobody());
    }
    retentions.withFaults(faults);
    retentions.goOn(YEAR);
    faults.always(Fault.RETRYABLE, call -> call.is(PhotoStore.class, "delete"));

    assertThatExceptionOfType(BackendException.class).isThrownBy(retentions::sweep);

    assertThat(faults.calls().stream().filter(call -> call.is(PhotoStore.class, "delete")))
        .hasSize(10);
  }

  @Test
  void whoIsAskedToStopStopsAndTheNextGoesOn() {
    for (int number = 0; number < 250; number++) {
      verifications.verify(Riders.number(number), Photos.nobody());
    }
    retentions.goOn(YEAR);
    int[] steps = new int[1];

    Swept cut = retentions.retention().sweep(() -> steps[0]++ < 2);

    assertThat(cut.complete()).isFalse();
    assertThat(cut.count(Kept.EXECUTIONS)).isEqualTo(100);
    Swept rest = retentions.sweep();
    assertThat(rest.complete()).isTrue();
    assertThat(rest.count(Kept.EXECUTIONS)).isEqualTo(150);
    assertThat(verifications.executions().all()).isEmpty();
  }

  /** As many, one after the other, and a sweep on each. */
  private void days(int count) {
    for (int day = 0; day < count; day++) {
      retentions.goOn(DAY);
      assertThat(retentions.sweep().complete()).isTrue();
    }
  }

  private Set<RiderId> riders() {
    return Set.copyOf(
        verifications.executions().all().stream()
            .map(execution -> execution.submission().rider())
            .toList());
  }

  private Case closedCase() {
    return CaseFiles.possibleDuplicate(Riders.number(1), Riders.number(2), retentions.now())
        .closed(Outcome.EXPIRED, retentions.now(), null);
  }

  private static RetentionSettings inactiveAfter(Duration term) {
    RetentionSettings usual = RetentionSettings.DEFAULT;
    return new RetentionSettings(
        usual.refusedPhotos(), usual.executions(), usual.mail(), usual.cases(), term);
  }
}
