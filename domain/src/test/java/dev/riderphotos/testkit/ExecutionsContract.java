package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.execution.Executions.Total;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Executions} keeps. */
public abstract class ExecutionsContract {
  private static final int THREADS = 16;
  private static final int MANY = 1000;

  /** As many functions of one run write at once, and some more. */
  private static final int CHANGES = 4;

  private static final ExecutionArn RUN = run("1");
  private static final ExecutionArn LATER_RUN = run("2");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Execution running = Journals.running(Riders.ada(), NOON);

  /** A journal without any execution; the same one whenever it is asked for in one test. */
  protected abstract Executions executions();

  /** The same journal, for the process that comes after this one has died. */
  protected abstract Executions ofTheNextProcess();

  @Test
  void worksWhenEmpty() {
    assertThat(executions().find(running.id())).isEmpty();
    assertThat(executions().unfinished()).isEmpty();
    assertThat(executions().list(Filter.ALL, null, 10)).isEqualTo(new Page(List.of(), null));
    executions().delete(running.id());
    assertThat(executions().find(running.id())).isEmpty();
  }

  @Test
  void aStartedExecutionIsThere() {
    assertThat(executions().start(running)).isEqualTo(running);
    assertThat(executions().find(running.id())).contains(running);
    assertThat(ofTheNextProcess().unfinished()).containsExactly(running.id());
  }

  @Test
  void whatWasStartedBeforeAMomentIsListedFromTheFirstOn() {
    assertThat(executions().startedBefore(NOON, null, 10)).isEqualTo(new Page(List.of(), null));
    List<Execution> all =
        IntStream.range(0, 7)
            .mapToObj(number -> Journals.running(Riders.number(number), NOON.plusSeconds(number)))
            .toList();
    all.reversed().forEach(this::start);

    assertThat(executions().startedBefore(NOON, null, 10).executions()).isEmpty();
    assertThat(executions().startedBefore(NOON.plusNanos(1), null, 10).executions())
        .containsExactly(all.getFirst());
    Page first = executions().startedBefore(NOON.plusSeconds(5), null, 2);
    assertThat(first.executions()).containsExactly(all.get(0), all.get(1));
    executions().delete(all.get(0).id());
    executions().delete(all.get(1).id());
    Page second = executions().startedBefore(NOON.plusSeconds(5), first.next(), 2);
    assertThat(second.executions()).containsExactly(all.get(2), all.get(3));
    assertThat(executions().startedBefore(NOON.plusSeconds(5), second.next(), 2))
        .isEqualTo(new Page(List.of(all.get(4)), null));
  }

  @Test
  void ofThoseStartedAtOnceNoneIsLeftOut() {
    List<Execution> all =
        IntStream.range(0, 9)
            .mapToObj(number -> Journals.running(Riders.number(number), NOON))
            .toList();
    all.forEach(this::start);

    List<Execution> found = new ArrayList<>();
    Cursor cursor = null;
    do {
      Page page = executions().startedBefore(NOON.plusNanos(1), cursor, 2);
      found.addAll(page.executions());
      cursor = page.next();
    } while (cursor != null);

    assertThat(found).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void ofAFaceThatIsForgottenNothingIsToldAnyMoreAndAllElseStays() {
    FaceId gone = new FaceId("gone");
    FaceId stays = new FaceId("stays");
    Execution refused =
        ended(
            Journals.running(Riders.ada(), NOON),
            State.CHECK_FACE_DUPLICATE,
            new StepOutput.FaceMatches(
                List.of(
                    new StepOutput.Resemblance(gone, 97.25, true),
                    new StepOutput.Resemblance(stays, 81.5, false)),
                false,
                null));
    Execution near =
        ended(
            Journals.running(Riders.boris(), NOON),
            State.ADD_FACE_TO_INDEX,
            new StepOutput.AddedFace(
                Journals.indexed("own"), new StepOutput.Resemblance(gone, 71.75, false)));
    Execution held = Journals.running(Riders.ada(), NOON).heldBy(RUN);
    start(refused);
    start(near);
    start(held);
    Execution other = Journals.running(Riders.boris(), NOON);
    start(other);
    Execution told =
        executions()
            .change(
                held.id(),
                RUN,
                each -> each.with(refused.step(State.CHECK_FACE_DUPLICATE).orElseThrow()));

    assertThat(executions().forgetFace(gone)).isEqualTo(3);

    assertThat(executions().find(refused.id())).contains(refused.forgetting(gone));
    assertThat(executions().find(refused.id()).orElseThrow().step(State.CHECK_FACE_DUPLICATE))
        .hasValueSatisfying(
            step ->
                assertThat(step.output())
                    .isEqualTo(
                        new StepOutput.FaceMatches(
                            List.of(new StepOutput.Resemblance(stays, 81.5, false)),
                            false,
                            null,
                            1)));
    assertThat(executions().find(near.id())).contains(near.forgetting(gone));
    assertThat(executions().find(held.id())).contains(told.forgetting(gone));
    assertThat(executions().find(other.id())).contains(other);
    assertThat(executions().forgetFace(gone)).isZero();
    assertThat(executions().heldByStateMachines()).hasSize(1);
  }

  @Test
  void whatWasForgottenIsNotWrittenAgain() {
    FaceId gone = new FaceId("gone");
    FaceId stays = new FaceId("stays");
    List<StepOutput.Resemblance> both =
        List.of(
            new StepOutput.Resemblance(stays, 81.5, false),
            new StepOutput.Resemblance(gone, 71.75, false));
    Execution checked =
        with(
            Journals.running(Riders.ada(), NOON),
            State.CHECK_FACE_DUPLICATE,
            new StepOutput.FaceMatches(both, false, null));
    start(checked);
    executions().save(checked);
    Execution added =
        with(
            checked,
            State.ADD_FACE_TO_INDEX,
            new StepOutput.AddedFace(Journals.indexed("own"), both.getLast()));

    assertThat(executions().forgetFace(gone)).isEqualTo(1);
    executions().save(added);
    assertThat(executions().find(added.id()).orElseThrow().step(State.CHECK_FACE_DUPLICATE))
        .isEqualTo(added.forgetting(gone).step(State.CHECK_FACE_DUPLICATE));
    int _ = executions().forgetFace(gone);
    executions().save(added);

    assertThat(executions().find(added.id())).contains(added.forgetting(gone));
    assertThat(executions().forgetFace(gone)).isZero();
    assertThat(executions().find(added.id()).orElseThrow().resembled()).containsExactly(stays);
  }

  private static Execution with(Execution running, State state, StepOutput output) {
    return running.with(Step.begun(state, NOON).ended(Step.Outcome.SUCCEEDED, NOON, output, null));
  }

  private static Execution ended(Execution running, State state, StepOutput output) {
    Step step = Step.begun(state, NOON).ended(Step.Outcome.SUCCEEDED, NOON, output, null);
    return Journals.ended(running.with(step), Status.REJECTED, true);
  }

  @Test
  void startingWhatIsThereChangesNothing() {
    Execution ended = Journals.ended(running, Status.VERIFIED, true);
    start(running);
    executions().save(ended);

    assertThat(executions().start(running)).isEqualTo(ended);
    assertThat(executions().start(running)).isEqualTo(ended);
    assertThat(executions().find(running.id())).contains(ended);
  }

  @Test
  void ofConcurrentStartsOfOneExecutionTheFirstStands() {
    List<Execution> answers =
        Concurrently.call(
            THREADS,
            number ->
                executions().start(Journals.running(running.id(), Riders.number(number), NOON)));

    Execution first = executions().find(running.id()).orElseThrow();
    assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(first));
  }

  @Test
  void savingOverwrites() {
    Execution ended = Journals.ended(running, Status.REJECTED, true);
    start(running);

    executions().save(ended);
    executions().save(ended);
    assertThat(executions().find(running.id())).contains(ended);

    executions().save(running);
    assertThat(executions().find(running.id())).contains(running);
  }

  @Test
  void everythingComesBackAsItWas() {
    for (Execution execution : Journals.ofEveryKind()) {
      assertThat(executions().start(Journals.running(execution.id(), Riders.ada(), NOON)))
          .isNotEqualTo(execution);
      executions().save(execution);

      assertThat(executions().find(execution.id())).contains(execution);
    }
    assertThat(all(Filter.ALL, 2)).containsExactlyInAnyOrderElementsOf(Journals.ofEveryKind());
  }

  @Test
  void deletesForGoodAndAsOftenAsItIsAsked() {
    Execution other = Journals.running(Riders.boris(), NOON);
    start(running);
    start(other);

    executions().delete(running.id());
    executions().delete(running.id());

    assertThat(executions().find(running.id())).isEmpty();
    assertThat(ofTheNextProcess().unfinished()).containsExactly(other.id());
    assertThat(all(Filter.ALL, 10)).containsExactly(other);
  }

  @Test
  void theUnfinishedAreThoseThatRunOrLeftSomething() {
    List<Execution> started = startMany(4);
    executions().save(Journals.ended(started.get(0), Status.VERIFIED, true));
    executions().save(Journals.ended(started.get(1), Status.VERIFIED, false));
    executions().save(Journals.ended(started.get(2), Status.FAILED, false));

    assertThat(ofTheNextProcess().unfinished())
        .containsExactly(started.get(1).id(), started.get(2).id(), started.get(3).id());
  }

  @Test
  void whatALivingProcessHoldsIsNotLeft() {
    start(running);
    assertThat(executions().unfinished()).isEmpty();
    assertThat(executions().claim(running.id())).isTrue();
    assertThat(executions().claim(running.id())).isTrue();
    assertThat(executions().unfinished()).isEmpty();

    executions().save(Journals.ended(running, Status.VERIFIED, false));

    assertThat(executions().unfinished()).isEmpty();
  }

  @Test
  void whatWasGivenBackCanBeClaimedByAnyAtOnce() {
    start(running);
    executions().release(running.id());
    executions().release(running.id());

    assertThat(executions().unfinished()).containsExactly(running.id());
    assertThat(executions().claim(running.id())).isTrue();
    assertThat(executions().unfinished()).isEmpty();
    executions().save(Journals.ended(running, Status.VERIFIED, true));
  }

  @Test
  void givingBackWhatIsNotHeldIsHarmless() {
    executions().release(running.id());
    start(running);
    Execution ended = Journals.ended(running, Status.VERIFIED, true);
    executions().save(ended);

    executions().release(running.id());

    assertThat(executions().find(running.id())).contains(ended);
    assertThat(executions().unfinished()).isEmpty();
  }

  @Test
  void whatADeadProcessHeldCanBeClaimed() {
    start(running);
    Executions next = ofTheNextProcess();

    assertThat(next.claim(running.id())).isTrue();

    assertThat(next.unfinished()).isEmpty();
    next.save(Journals.ended(running, Status.VERIFIED, true));
    assertThat(next.unfinished()).isEmpty();
  }

  @Test
  void whatIsFinishedOrUnknownCannotBeClaimed() {
    start(running);
    executions().save(Journals.ended(running, Status.VERIFIED, true));

    assertThat(executions().claim(running.id())).isFalse();
    assertThat(executions().claim(ExecutionId.random())).isFalse();
    assertThat(ofTheNextProcess().claim(running.id())).isFalse();
  }

  @Test
  void aFailedExecutionIsRedrivenOnce() {
    start(running);
    executions().save(Journals.ended(running, Status.FAILED, true));

    List<Boolean> redriven = Concurrently.call(THREADS, _ -> executions().redrive(running));

    assertThat(redriven).containsOnlyOnce(true);
    assertThat(executions().find(running.id())).contains(running);
    assertThat(executions().claim(running.id())).isTrue();
    executions().save(Journals.ended(running, Status.VERIFIED, true));
  }

  @Test
  void theNextProcessMayRedriveWhatFailedBefore() {
    start(running);
    executions().save(Journals.ended(running, Status.FAILED, true));
    Executions next = ofTheNextProcess();

    assertThat(next.redrive(running)).isTrue();

    next.save(Journals.ended(running, Status.VERIFIED, true));
    assertThat(next.unfinished()).isEmpty();
  }

  @Test
  void whatHasNotFailedIsNotRedriven() {
    Execution verified = Journals.ended(running, Status.VERIFIED, true);
    assertThat(executions().redrive(running)).isFalse();
    assertThat(executions().find(running.id())).isEmpty();
    start(running);
    assertThat(executions().redrive(running)).isFalse();
    executions().save(verified);

    assertThat(executions().redrive(running)).isFalse();

    assertThat(executions().find(running.id())).contains(verified);
  }

  @Test
  void theUnfinishedFirstStartedComesFirst() {
    List<Execution> started = startShuffled();

    assertThat(ofTheNextProcess().unfinished())
        .containsExactlyElementsOf(started.stream().map(Execution::id).toList());
  }

  @Test
  void listsTheLastStartedFirst() {
    List<Execution> started = startShuffled();

    assertThat(all(Filter.ALL, 100)).containsExactlyElementsOf(started.reversed());
  }

  @Test
  void givesOnePageAfterTheOther() {
    List<Execution> started = startMany(7);

    for (int limit = 1; limit <= 8; limit++) {
      assertThat(all(Filter.ALL, limit)).containsExactlyElementsOf(started.reversed());
    }
  }

  @Test
  void pagesAreCompleteAlsoWhenAllStartedAtOnce() {
    List<Execution> started =
        IntStream.range(0, 9).mapToObj(number -> startAt(Riders.number(number), NOON)).toList();

    assertThat(all(Filter.ALL, 2)).containsExactlyInAnyOrderElementsOf(started);
  }

  @Test
  void newOnesDoNotDisturbThePagesToCome() {
    List<Execution> started = startMany(6);
    Page first = executions().list(Filter.ALL, null, 2);

    Execution newest = startAt(Riders.boris(), NOON.plusSeconds(60));
    executions().delete(first.executions().getLast().id());
    List<Execution> rest = rest(Filter.ALL, first.next(), 2);

    assertThat(rest).containsExactlyElementsOf(started.subList(0, 4).reversed());
    assertThat(executions().list(Filter.ALL, null, 1).executions()).containsExactly(newest);
  }

  @Test
  void listsOnlyThoseOfTheStatus() {
    List<Execution> started = startMany(6);
    Execution verified = Journals.ended(started.get(1), Status.VERIFIED, true);
    Execution rejected = Journals.ended(started.get(4), Status.REJECTED, true);
    executions().save(verified);
    executions().save(rejected);

    assertThat(all(new Filter(Status.VERIFIED, null), 1)).containsExactly(verified);
    assertThat(all(new Filter(Status.REJECTED, null), 1)).containsExactly(rejected);
    assertThat(all(new Filter(Status.RUNNING, null), 1)).hasSize(4);
    assertThat(all(new Filter(Status.FAILED, null), 1)).isEmpty();
  }

  @Test
  void listsOnlyThoseOfTheRider() {
    List<Execution> started = new ArrayList<>();
    for (RiderId rider : Riders.odd()) {
      started.add(startAt(rider, NOON));
    }

    assertThat(started)
        .allSatisfy(
            own ->
                assertThat(all(new Filter(null, own.submission().rider()), 2))
                    .containsExactly(own));
    assertThat(all(new Filter(null, Riders.ada()), 2)).isEmpty();
  }

  @Test
  void listsOnlyThoseThatAnOperatorIsToLookAt() {
    List<Execution> started = startMany(5);
    Execution marked = refused(started.get(1), true);
    Execution another = refused(started.get(3), true);
    List.of(marked, another, refused(started.get(2), false)).forEach(executions()::save);
    executions().save(Journals.ended(started.get(4), Status.VERIFIED, true));

    assertThat(all(Filter.ALL.forReview(), 1)).containsExactly(another, marked);
    assertThat(all(new Filter(Status.REJECTED, marked.submission().rider()).forReview(), 1))
        .contains(marked);
    assertThat(all(new Filter(Status.VERIFIED, null).forReview(), 1)).isEmpty();
    assertThat(executions().find(marked.id())).contains(marked);
  }

  private static Execution refused(Execution execution, boolean review) {
    Verdict verdict =
        new Verdict.Rejected(
            RejectionError.ANOTHER_FACE,
            List.of(Reason.of(ReasonCode.ANOTHER_FACE, "Another face")),
            false,
            review);
    return execution.decided(verdict).ended(Status.REJECTED, true, NOON);
  }

  @Test
  void bothFiltersCount() {
    Execution verified = Journals.ended(startAt(Riders.ada(), NOON), Status.VERIFIED, true);
    executions().save(verified);
    Execution other = startAt(Riders.ada(), NOON.plusSeconds(1));
    executions().save(Journals.ended(startAt(Riders.boris(), NOON), Status.VERIFIED, true));

    assertThat(all(new Filter(Status.VERIFIED, Riders.ada()), 1)).containsExactly(verified);
    assertThat(all(new Filter(Status.RUNNING, Riders.ada()), 1)).containsExactly(other);
  }

  /** In every order of words and pages, the filter's own word holds. */
  @ParameterizedTest
  @MethodSource("filters")
  void listsAndCountsWhatTheFilterLetsThrough(Filter filter) {
    List<Execution> kept = keepOfAllSorts();
    List<Execution> through = kept.stream().filter(filter::passes).toList();

    for (int limit : new int[] {1, 3, 100}) {
      assertThat(all(filter, limit)).containsExactlyElementsOf(through);
    }
    assertThat(executions().count(filter, 100)).isEqualTo(new Total(through.size(), false));
    assertThat(executions().count(filter, 2))
        .isEqualTo(new Total(Math.min(2, through.size()), through.size() > 2));
  }

  private static List<Filter> filters() {
    Instant third = NOON.plusSeconds(3);
    return List.of(
        Filter.ALL,
        Filter.ALL.because(ReasonCode.SUNGLASSES),
        Filter.ALL.because(ReasonCode.FACE_COUNT).between(third, null),
        Filter.ALL.because(ReasonCode.BLURRED),
        Filter.ALL.because(ReasonCode.FACE_COUNT).of(Status.VERIFIED),
        Filter.ALL.with("ADA"),
        Filter.ALL.with("a/%_é"),
        Filter.ALL.with("-4000-8000-00000000000").of(Status.FAILED),
        Filter.ALL.with("nobody"),
        Filter.ALL.between(third, third.plusSeconds(4)),
        Filter.ALL.between(third, third),
        Filter.ALL.between(third, NOON),
        Filter.ALL.between(Instant.MIN, Instant.MAX),
        Filter.ALL.between(null, third).of(Status.RUNNING),
        new Filter(null, Riders.ada()).between(third, null),
        new Filter(Status.REJECTED, Riders.ada()).because(ReasonCode.FACE_COUNT),
        Filter.ALL.among(Set.of(numbered(1), numbered(8), numbered(99))),
        Filter.ALL.among(Set.of(numbered(1), numbered(8))).of(Status.REJECTED),
        Filter.ALL.among(Set.of()),
        Filter.ALL.forReview().with("adA"));
  }

  /** The last started first. */
  private List<Execution> keepOfAllSorts() {
    List<RiderId> riders =
        List.of(Riders.ada(), new RiderId("Adam"), new RiderId("xa/%_éx"), Riders.boris());
    List<Execution> kept = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      RiderId rider = riders.get(number % riders.size());
      Execution begun = Journals.running(numbered(number), rider, NOON.plusSeconds(number));
      start(begun);
      Execution now = sort(begun, number);
      executions().save(now);
      kept.addFirst(now);
    }
    return kept;
  }

  private static Execution sort(Execution begun, int number) {
    return switch (number % 6) {
      case 0, 4 -> refused(begun, ReasonCode.FACE_COUNT, ReasonCode.SUNGLASSES);
      case 1 -> refused(begun, ReasonCode.SUNGLASSES);
      case 2 -> Journals.ended(begun, Status.FAILED, true);
      case 3 -> Journals.ended(begun, Status.VERIFIED, true);
      default -> begun;
    };
  }

  private static Execution refused(Execution execution, ReasonCode... codes) {
    List<Reason> reasons =
        Arrays.stream(codes).map(code -> Reason.of(code, "Because of " + code)).toList();
    Verdict verdict =
        new Verdict.Rejected(
            RejectionError.PHOTO_DOES_NOT_MEET_REQUIREMENT, reasons, false, codes.length == 2);
    return execution.decided(verdict).ended(Status.REJECTED, true, NOON);
  }

  private static ExecutionId numbered(int number) {
    return ExecutionId.of("0000%04x-0000-4000-8000-%012x".formatted(number, 255 - number));
  }

  @Test
  void anEndThatChangesIsFoundByWhatItIsNow() {
    Execution first = refused(running, ReasonCode.FACE_COUNT);
    start(running);
    executions().save(first);
    assertThat(all(Filter.ALL.because(ReasonCode.FACE_COUNT), 1)).containsExactly(first);

    Execution second = refused(running, ReasonCode.SUNGLASSES);
    executions().save(second);
    assertThat(all(Filter.ALL.because(ReasonCode.FACE_COUNT), 1)).isEmpty();
    assertThat(all(Filter.ALL.because(ReasonCode.SUNGLASSES), 1)).containsExactly(second);

    executions().delete(running.id());
    assertThat(all(Filter.ALL.because(ReasonCode.SUNGLASSES), 1)).isEmpty();
    assertThat(executions().count(Filter.ALL.because(ReasonCode.SUNGLASSES), 9))
        .isEqualTo(new Total(0, false));
  }

  @Test
  void pagesLeadBackAsTheyLedOn() {
    List<Execution> _ = startMany(8);
    List<Page> pages = new ArrayList<>();
    Cursor cursor = null;
    do {
      pages.add(executions().list(Filter.ALL, cursor, 3));
      cursor = pages.getLast().next();
    } while (cursor != null);
    assertThat(pages).hasSize(3);
    assertThat(pages.getFirst().previous()).isNull();

    Page second = executions().list(Filter.ALL, pages.get(2).previous(), 3);
    assertThat(second.executions()).isEqualTo(pages.get(1).executions());
    assertThat(executions().list(Filter.ALL, second.next(), 3).executions())
        .isEqualTo(pages.get(2).executions());
    Page first = executions().list(Filter.ALL, second.previous(), 3);
    assertThat(first.executions()).isEqualTo(pages.get(0).executions());
  }

  @Test
  void theWayBackEndsWithThoseThatCameSince() {
    List<Execution> started = startMany(4);
    Page second = executions().list(Filter.ALL, executions().list(Filter.ALL, null, 2).next(), 2);
    Execution newest = startAt(Riders.boris(), NOON.plusSeconds(60));

    Page back = executions().list(Filter.ALL, second.previous(), 2);
    assertThat(back.executions()).containsExactly(started.get(3), started.get(2));
    Page first = executions().list(Filter.ALL, back.previous(), 2);
    assertThat(first.executions()).containsExactly(newest, started.get(3));
    assertThat(first.previous()).isNull();
  }

  @Test
  void manyCanWriteAtOnce() {
    List<Execution> ended =
        Concurrently.call(
            THREADS,
            number -> {
              Execution own = startAt(Riders.number(number), NOON.plusSeconds(number));
              executions().save(Journals.ended(own, Status.FAILED, true));
              return Journals.ended(own, Status.FAILED, true);
            });

    assertThat(all(Filter.ALL, 5)).containsExactlyElementsOf(ended.reversed());
    assertThat(ofTheNextProcess().unfinished()).isEmpty();
  }

  @Test
  void whatAStateMachineHoldsIsNoProcesss() {
    Execution held = running.heldBy(RUN);
    start(held);

    assertThat(executions().find(running.id())).contains(held);
    assertThat(executions().claim(running.id())).isFalse();
    assertThat(ofTheNextProcess().claim(running.id())).isFalse();
    assertThat(ofTheNextProcess().unfinished()).isEmpty();
    assertThat(executions().heldByStateMachines()).containsExactly(held);
    assertThatThrownBy(() -> executions().save(Journals.ended(running, Status.FAILED, true)))
        .isInstanceOf(TakenOverException.class);
    executions().release(running.id());
    assertThat(executions().find(running.id())).contains(held);
  }

  @Test
  void itsRunAloneChangesIt() {
    start(running.heldBy(RUN));
    Execution ended = Journals.ended(running.heldBy(RUN), Status.FAILED, true);

    assertThatThrownBy(() -> executions().change(running.id(), LATER_RUN, _ -> ended))
        .isInstanceOf(TakenOverException.class);
    assertThat(executions().find(running.id())).contains(running.heldBy(RUN));
    assertThat(executions().change(running.id(), RUN, _ -> ended)).isEqualTo(ended);

    assertThat(ofTheNextProcess().find(running.id())).contains(ended);
    assertThat(executions().heldByStateMachines()).isEmpty();
    assertThat(executions().change(running.id(), RUN, UnaryOperator.identity())).isEqualTo(ended);
  }

  @Test
  void noRunChangesWhatAProcessHoldsOrNobodyBegan() {
    assertThatThrownBy(() -> executions().change(running.id(), RUN, UnaryOperator.identity()))
        .isInstanceOf(TakenOverException.class);
    start(running);
    assertThatThrownBy(() -> executions().change(running.id(), RUN, UnaryOperator.identity()))
        .isInstanceOf(TakenOverException.class);
  }

  @Test
  void ofChangesAtOnceNoneIsLost() {
    start(running.heldBy(RUN));

    List<Execution> _ =
        Concurrently.call(
            CHANGES,
            number ->
                executions()
                    .change(
                        running.id(),
                        RUN,
                        execution -> execution.with(Step.begun(State.values()[number], NOON))));

    assertThat(executions().find(running.id()).orElseThrow().steps())
        .extracting(Step::state)
        .containsExactlyInAnyOrder(Arrays.copyOf(State.values(), CHANGES));
  }

  @Test
  void whatAStateMachineLeftUntidyIsNotRedrivenBeforeItIsTidy() {
    Execution held = running.heldBy(RUN);
    Execution redriven = held.redriven().heldBy(LATER_RUN);
    start(held);
    Execution _ =
        executions().change(held.id(), RUN, each -> Journals.ended(each, Status.FAILED, false));
    assertThat(executions().redrive(redriven)).isFalse();
    Execution _ =
        executions().change(held.id(), RUN, each -> Journals.ended(each, Status.FAILED, true));

    assertThat(executions().redrive(redriven)).isTrue();

    assertThat(executions().find(held.id())).contains(redriven);
    assertThatThrownBy(() -> executions().change(held.id(), RUN, UnaryOperator.identity()))
        .isInstanceOf(TakenOverException.class);
    assertThat(ofTheNextProcess().unfinished()).isEmpty();
    assertThat(executions().heldByStateMachines()).containsExactly(redriven);
  }

  private static ExecutionArn run(String name) {
    return new ExecutionArn(
        "arn:aws:states:us-east-1:123456789012:execution:rider-photo-processing:" + name);
  }

  private List<Execution> startMany(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> startAt(Riders.number(number), NOON.plusSeconds(number)))
        .toList();
  }

  /** At times whose texts sort otherwise than they do; in the order of time. */
  private List<Execution> startShuffled() {
    List<Execution> inOrder =
        IntStream.of(0, 1, 1_000_000, 500_000_000, 999_999_999, 1_000_000_000, 1_500_000_000)
            .mapToObj(nanos -> NOON.plus(Duration.ofNanos(nanos)))
            .map(time -> Journals.running(Riders.ada(), time))
            .toList();
    List<Execution> shuffled = new ArrayList<>(inOrder);
    Collections.shuffle(shuffled, new Random(1));
    shuffled.forEach(this::start);
    return inOrder;
  }

  private Execution startAt(RiderId rider, Instant time) {
    Execution execution = Journals.running(rider, time);
    start(execution);
    return execution;
  }

  private void start(Execution execution) {
    assertThat(executions().start(execution)).isEqualTo(execution);
  }

  private List<Execution> all(Filter filter, int limit) {
    return rest(filter, null, limit);
  }

  private List<Execution> rest(Filter filter, @Nullable Cursor after, int limit) {
    List<Execution> found = new ArrayList<>();
    Cursor cursor = after;
    for (int pages = 0; pages < MANY; pages++) {
      Page page = executions().list(filter, cursor, limit);
      assertThat(page.executions()).hasSizeLessThanOrEqualTo(limit);
      found.addAll(page.executions());
      cursor = page.next();
      if (cursor == null) {
        return found;
      }
    }
    throw new AssertionError("The pages do not come to an end");
  }
}
