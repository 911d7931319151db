package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.announcement.Announcement.ExecutionEnded;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.ReviewDecided;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcements.Backlog;
import dev.riderphotos.announcement.Announcements.DeadLetter;
import dev.riderphotos.announcement.Announcements.Delivery;
import dev.riderphotos.announcement.Announcements.Off;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Decision;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.review.Ruling;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureWishes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What all {@link Announcements} keep, and that whatever happens is announced by whoever keeps it:
 * executions, cases and wishes for erasure.
 */
public abstract class AnnouncementsContract {
  /** To come: what is past its term may go by itself. */
  private static final Instant NOON = Instant.parse("2100-02-03T12:00:00.123456789Z");

  private static final ExecutionArn RUN =
      new ExecutionArn("arn:aws:states:eu-central-1:123456789012:execution:rider-photos:one");
  private static final Instant LATER = NOON.plus(Duration.ofDays(100));

  /** Without any; the same ones whenever they are asked for in one test. */
  protected abstract Announcements announcements();

  /** A journal that announces ends there. */
  protected abstract Executions executions();

  /** Cases that announce decisions there. */
  protected abstract Cases cases();

  /** Wishes that announce erasures there. */
  protected abstract ErasureWishes wishes(InstantSource clock);

  /** Adds it, as if what it tells of had happened. */
  protected abstract void announce(OfRider announcement);

  /** From now on nothing can be announced any more. */
  protected abstract void breakAnnouncements();

  @Test
  void worksWhenEmpty() {
    AnnouncementId unknown = AnnouncementId.at(NOON);
    announcements().done(unknown);
    announcements().postpone(unknown, "error", LATER);
    announcements().bury(unknown, "error", LATER);
    announcements().forget(Riders.ada());
    announcements().forgetErasures(LATER);
    announcements().switchOn();

    assertThat(announcements().take(LATER, 10)).isEmpty();
    assertThat(announcements().dead(10)).isEmpty();
    assertThat(announcements().redrive(unknown, LATER)).isEmpty();
    assertThat(announcements().redriveAll(LATER)).isZero();
    assertThat(announcements().drop(unknown)).isFalse();
    assertThat(announcements().backlog()).isEqualTo(new Backlog(0, 0, null));
    assertThat(announcements().off()).isEmpty();
  }

  @Test
  void ofEachRiderTheFirstIsTakenAndBarsTheLater() {
    OfRider first = end(Riders.ada(), NOON);
    OfRider later = end(Riders.ada(), NOON.plusMillis(1));
    OfRider boris = end(Riders.boris(), NOON.plusMillis(2));

    assertThat(taken(NOON.plusMillis(2))).containsExactly(first, boris);
    assertThat(taken(NOON.plusMillis(3))).isEmpty();

    announcements().done(first.id());
    assertThat(taken(NOON.plusMillis(3))).containsExactly(later);
  }

  @Test
  void thoseOfManyRidersAreTakenTheOldestFirstAndNoMoreThanAskedFor() {
    List<OfRider> ends =
        IntStream.range(0, 120)
            .mapToObj(number -> end(Riders.number(number), NOON.plusMillis(number)))
            .toList();

    assertThat(announcements().take(LATER, 7))
        .extracting(Delivery::announcement)
        .containsExactlyElementsOf(ends.subList(0, 7));
    assertThat(announcements().take(LATER, 200))
        .extracting(Delivery::announcement)
        .containsExactlyElementsOf(ends.subList(7, 120));
  }

  @Test
  void whatIsNotDealtWithInItsTurnIsDueAgain() {
    OfRider end = end(Riders.ada(), NOON);

    assertThat(taken(NOON)).containsExactly(end);
    assertThat(taken(NOON.plus(Announcements.TURN).minusMillis(1))).isEmpty();
    assertThat(announcements().take(NOON.plus(Announcements.TURN), 10))
        .containsExactly(new Delivery(end, 0));
  }

  @Test
  void ofSeveralAtOnceOneTakesEach() throws InterruptedException {
    List<OfRider> ends =
        IntStream.range(0, 12)
            .mapToObj(number -> end(Riders.number(number), NOON.plusMillis(number)))
            .toList();
    List<OfRider> taken = new ArrayList<>();
    List<Thread> takers =
        IntStream.range(0, 4)
            .mapToObj(
                _ ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              List<OfRider> some = taken(LATER);
                              synchronized (taken) {
                                taken.addAll(some);
                              }
                            }))
            .toList();
    for (Thread taker : takers) {
      taker.join();
    }
    taken.addAll(taken(LATER)); // what each left to another

    assertThat(taken).containsExactlyInAnyOrderElementsOf(ends);
  }

  @Test
  void whatIsPostponedWaitsAndGoesOnBarring() {
    OfRider first = end(Riders.ada(), NOON);
    OfRider _ = end(Riders.ada(), NOON.plusMillis(1));

    announcements().postpone(first.id(), "error", LATER);

    assertThat(taken(LATER.minusMillis(1))).isEmpty();
    assertThat(announcements().take(LATER, 10)).containsExactly(new Delivery(first, 1));
  }

  @Test
  void aDeadLetterBarsNothingAndIsRedrivenOnce() {
    OfRider first = end(Riders.ada(), NOON);
    OfRider later = end(Riders.ada(), NOON.plusMillis(1));
    announcements().postpone(first.id(), "error", NOON);

    announcements().bury(first.id(), "last", NOON.plusMillis(5));
    announcements().postpone(first.id(), "late", NOON.plusMillis(6)); // by one who knows no better

    DeadLetter letter = new DeadLetter(first, 2, "last", NOON.plusMillis(5));
    assertThat(announcements().dead(10)).containsExactly(letter);
    assertThat(announcements().backlog()).isEqualTo(new Backlog(1, 1, later.at()));
    assertThat(taken(NOON.plusMillis(5))).containsExactly(later);

    assertThat(announcements().redrive(first.id(), LATER)).contains(letter);
    assertThat(announcements().redrive(first.id(), LATER)).isEmpty();
    assertThat(announcements().dead(10)).isEmpty();
    assertThat(announcements().take(LATER, 10)).containsExactly(new Delivery(first, 0));
  }

  @Test
  void theDeadAreRedrivenButForThoseThatDieMeanwhile() {
    OfRider one = end(Riders.ada(), NOON);
    OfRider two = end(Riders.boris(), NOON.plusMillis(1));
    announcements().bury(one.id(), "error", NOON);
    announcements().bury(two.id(), "error", LATER);

    assertThat(announcements().dead(1)).extracting(DeadLetter::announcement).containsExactly(one);
    assertThat(announcements().redriveAll(LATER.minusMillis(1))).isEqualTo(1);
    assertThat(announcements().dead(10)).extracting(DeadLetter::announcement).containsExactly(two);
    assertThat(taken(LATER)).containsExactly(one);
  }

  @Test
  void aDeadLetterIsDroppedAndNothingElse() {
    OfRider dead = end(Riders.ada(), NOON);
    OfRider due = end(Riders.boris(), NOON);
    announcements().bury(dead.id(), "error", NOON);

    assertThat(announcements().drop(due.id())).isFalse();
    assertThat(announcements().drop(dead.id())).isTrue();
    assertThat(announcements().drop(dead.id())).isFalse();
    assertThat(announcements().dead(10)).isEmpty();
    assertThat(taken(LATER)).containsExactly(due);
  }

  @Test
  void aSwitchIsKeptAsItWasFirstSet() {
    announcements().switchOff(new Off(NOON, "410 Gone"));
    announcements().switchOff(new Off(LATER, "again"));
    assertThat(announcements().off()).contains(new Off(NOON, "410 Gone"));

    announcements().switchOn();
    announcements().switchOn();
    assertThat(announcements().off()).isEmpty();
  }

  @Test
  void theEndOfAnExecutionIsAnnouncedOnce() {
    Execution running = executions().start(Journals.running(Riders.ada(), NOON));
    executions().save(running);
    assertThat(taken(LATER)).isEmpty();

    Execution refused =
        running
            .decided(
                new Verdict.Rejected(
                    RejectionError.PHOTO_DOES_NOT_MEET_REQUIREMENT,
                    List.of(
                        Reason.of(ReasonCode.SUNGLASSES, "Ünï"),
                        Reason.of(ReasonCode.TOO_DARK, "dark"),
                        Reason.of(ReasonCode.TOO_DARK, "very dark"))))
            .ended(Status.REJECTED, false, NOON.plusMillis(7));
    executions().save(refused);
    executions().save(refused.ended(Status.REJECTED, true, NOON.plusMillis(8)));

    OfRider told = only();
    assertThat(told)
        .isEqualTo(
            new ExecutionEnded(
                told.id(),
                Riders.ada(),
                NOON.plusMillis(7),
                running.id(),
                Status.REJECTED,
                "PhotoDoesNotMeetRequirementError",
                List.of(ReasonCode.SUNGLASSES, ReasonCode.TOO_DARK),
                NOON));
  }

  @Test
  void whatIsRedrivenEndsAgain() {
    Execution running = executions().start(Journals.running(Riders.ada(), NOON));
    executions().save(running.failed("why").ended(Status.FAILED, true, NOON.plusMillis(1)));
    Execution begun = executions().find(running.id()).orElseThrow().redriven();
    assertThat(executions().redrive(begun)).isTrue();
    executions().save(verified(begun, NOON.plusMillis(2)));

    OfRider failed = only();
    announcements().done(failed.id());
    assertThat(failed).extracting("status").isEqualTo(Status.FAILED);
    assertThat(only()).extracting("status").isEqualTo(Status.VERIFIED);
  }

  @Test
  void whatARunOfAStateMachineEndsIsAnnouncedToo() {
    Execution running = executions().start(Journals.running(Riders.ada(), NOON).heldBy(RUN));
    Execution _ =
        executions().change(running.id(), RUN, before -> verified(before, NOON.plusMillis(2)));
    Execution _ = executions().change(running.id(), RUN, before -> before.advised(List.of()));

    assertThat(only()).isInstanceOf(ExecutionEnded.class);
  }

  @Test
  void aDecisionIsAnnouncedToEachRiderByItself() {
    Case open = CaseFiles.possibleDuplicate(Riders.ada(), Riders.boris(), NOON);
    Case _ = cases().open(open);
    change(open, each -> each.decided(List.of(), Ruling.of(Decision.ONE_PERSON), NOON));
    change(open, each -> each.begun(each.rider(), null));
    assertThat(taken(LATER)).isEmpty();

    change(open, each -> each.closed(Outcome.CARRIED_OUT, NOON.plusMillis(9), LATER));
    change(open, Case::done);

    List<OfRider> told = taken(LATER);
    assertThat(told)
        .extracting(OfRider::rider)
        .containsExactlyInAnyOrder(Riders.ada(), Riders.boris());
    assertThat(told)
        .allSatisfy(
            each ->
                assertThat(each)
                    .isEqualTo(
                        new ReviewDecided(
                            each.id(),
                            each.rider(),
                            NOON.plusMillis(9),
                            open.id(),
                            open.kind(),
                            Decision.ONE_PERSON,
                            Outcome.CARRIED_OUT,
                            each.rider().equals(Riders.ada()))));
  }

  @Test
  void whatNobodyDecidedIsNotAnnounced() {
    Case open = CaseFiles.anotherFace(Riders.ada(), NOON);
    Case _ = cases().open(open);

    change(open, each -> each.closed(Outcome.EXPIRED, NOON, null));

    assertThat(taken(LATER)).isEmpty();
  }

  @Test
  void anErasureDropsAllElseOfTheRiderAndIsAnnouncedOnce() {
    OfRider dead = end(Riders.ada(), NOON);
    announcements().bury(dead.id(), "error", NOON);
    OfRider _ = end(Riders.ada(), NOON.plusMillis(1));
    OfRider boris = end(Riders.boris(), NOON.plusMillis(2));
    ErasureWishes wishes = wishes(() -> NOON.plusMillis(5));
    wishes.remove(Riders.ada()); // nobody wished for it
    wishes.add(Riders.ada());

    wishes.remove(Riders.ada());
    wishes.remove(Riders.ada());

    assertThat(announcements().dead(10)).isEmpty();
    List<OfRider> told = taken(NOON.plusMillis(5));
    assertThat(told)
        .containsExactly(
            boris, new RiderErased(told.getLast().id(), Riders.ada(), NOON.plusMillis(5)));
  }

  @Test
  void anErasureIsNotToldBeforeWhatMayBeUnderWay() {
    OfRider end = end(Riders.ada(), NOON);
    assertThat(taken(NOON)).containsExactly(end);
    ErasureWishes wishes = wishes(() -> NOON.plusMillis(5));
    wishes.add(Riders.ada());
    wishes.remove(Riders.ada());

    assertThat(taken(NOON.plus(Announcements.TURN).minusMillis(1))).isEmpty();
    assertThat(taken(NOON.plus(Announcements.TURN)))
        .singleElement()
        .isInstanceOf(RiderErased.class);
  }

  @Test
  void thatSomebodyWasErasedIsForgottenInTime() {
    OfRider end = end(Riders.boris(), NOON);
    ErasureWishes wishes = wishes(() -> NOON);
    wishes.add(Riders.ada());
    wishes.remove(Riders.ada());

    announcements().forget(Riders.ada()); // as of a rider whom a backup brought back
    announcements().forgetErasures(NOON);
    assertThat(announcements().backlog().pending()).isEqualTo(2);

    announcements().forgetErasures(NOON.plusMillis(1));
    assertThat(taken(LATER)).containsExactly(end);
  }

  @Test
  void theOddestRidersComeBackAsTheyWere() {
    List<OfRider> ends = Riders.odd().stream().map(rider -> end(rider, NOON)).toList();

    assertThat(announcements().take(LATER, ends.size() + 1))
        .extracting(Delivery::announcement)
        .containsExactlyInAnyOrderElementsOf(ends);
    Riders.odd().forEach(announcements()::forget);
    assertThat(announcements().backlog().pending()).isZero();
  }

  /** Both are one transaction: without the one there is not the other. */
  @Test
  void whatCannotBeAnnouncedDoesNotHappen() {
    Execution running = executions().start(Journals.running(Riders.ada(), NOON));
    Case open = CaseFiles.anotherFace(Riders.ada(), NOON);
    Case _ = cases().open(open);
    change(open, each -> each.decided(List.of(), Ruling.of(Decision.NOT_USABLE), NOON));
    ErasureWishes wishes = wishes(() -> NOON);
    wishes.add(Riders.boris());
    breakAnnouncements();

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> executions().save(verified(running, NOON)));
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> change(open, each -> each.closed(Outcome.CARRIED_OUT, NOON, null)));
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> wishes.remove(Riders.boris()));

    assertThat(executions().find(running.id())).contains(running);
    assertThat(cases().find(open.id()).orElseThrow().closedAt()).isNull();
    assertThat(wishes.all()).containsExactly(Riders.boris());
  }

  private OfRider end(RiderId rider, Instant at) {
    OfRider end =
        new ExecutionEnded(
            AnnouncementId.at(at),
            rider,
            at,
            ExecutionId.random(),
            Status.VERIFIED,
            null,
            List.of(),
            at);
    announce(end);
    return end;
  }

  private static Execution verified(Execution running, Instant at) {
    return running
        .decided(new Verdict.Verified(new FaceId("face"), new PhotoRef("thumbnails", "key")))
        .ended(Status.VERIFIED, true, at);
  }

  private void change(Case of, UnaryOperator<Case> change) {
    assertThat(cases().change(of.id(), change)).isPresent();
  }

  private List<OfRider> taken(Instant now) {
    return announcements().take(now, 1000).stream().map(Delivery::announcement).toList();
  }

  private OfRider only() {
    List<OfRider> taken = taken(LATER);
    assertThat(taken).hasSize(1);
    return taken.getFirst();
  }
}
