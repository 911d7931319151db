package dev.riderphotos.review;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.review.Judgement.OnePerson;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks people to look at a refusal, in a rider's words; or at a registration that was withdrawn.
 * What is answered says nothing of whom the face resembles. An appeal against the refusal of
 * another face, which people are to look at anyway, gives its words to that case.
 */
public final class Appeal {
  private static final int MOST = 3;
  private static final Duration WITHIN = Duration.ofDays(30);

  /**
   * Whoever deletes a photo has looked for cases a moment before: what may go so soon counts as
   * gone, so that no case is opened between the look and the deletion. A sweep's step takes no
   * longer than its lease, which is minutes.
   */
  private static final Duration ABOUT_TO_GO = Duration.ofHours(1);

  private final Cases cases;
  private final Judgements judgements;
  private final Executions executions;
  private final PhotoStore photos;
  private final PhotoTerm term;
  private final Parties parties;
  private final ReviewSettings settings;
  private final InstantSource clock;

  public Appeal(
      Cases cases,
      Judgements judgements,
      Executions executions,
      PhotoStore photos,
      PhotoTerm term,
      Parties parties,
      ReviewSettings settings,
      InstantSource clock) {
    this.cases = cases;
    this.judgements = judgements;
    this.executions = executions;
    this.photos = photos;
    this.term = term;
    this.parties = parties;
    this.settings = settings;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** People will look at it. */
    record Opened(Case open) implements Answer {}

    /** There is no such execution of this rider's. */
    record NotFound() implements Answer {}

    /** The photo was not refused, or for a reason that nobody can appeal against. */
    record NotRefused() implements Answer {}

    /** People were asked to look at this photo before. */
    record AskedBefore() implements Answer {}

    /** The photo is not kept any more, or its term is about to end. */
    record PhotoGone() implements Answer {}

    /** Another of the rider's appeals waits, or there were three in thirty days. */
    record TooMany() implements Answer {}
  }

  /**
   * Appeals against what became of this execution.
   *
   * @param words at most 500 characters; may be blank
   * @throws IllegalArgumentException for more
   */
  public Answer appeal(RiderId rider, ExecutionId id, String words) {
    Appealed _ = new Appealed(ReasonCode.SUNGLASSES, words); // whatever the reason
    Optional<Execution> found =
        executions.find(id).filter(each -> each.submission().rider().equals(rider));
    if (found.isEmpty()) {
      return new Answer.NotFound();
    }
    Execution execution = found.get();
    ReasonCode reason = reason(execution);
    if (reason == null) {
      return new Answer.NotRefused();
    }
    List<Case> before = cases.of(rider).stream().filter(each -> isOf(rider, each)).toList();
    if (before.stream().anyMatch(each -> each.appeal() != null && each.isAbout(id))) {
      return new Answer.AskedBefore();
    }
    if (isGone(execution)) {
      return new Answer.PhotoGone();
    }
    return isTooMany(before)
        ? new Answer.TooMany()
        : open(execution, new Appealed(reason, words), before);
  }

  /** Whether people can be asked to look at it, or are, or neither. */
  public Possible possible(Execution execution) {
    if (reason(execution) == null) {
      return Possible.NO;
    }
    boolean asked =
        cases.of(execution.submission().rider()).stream()
            .anyMatch(each -> each.appeal() != null && each.isAbout(execution.id()));
    if (asked) {
      return Possible.ASKED;
    }
    return isGone(execution) ? Possible.NO : Possible.YES;
  }

  private boolean isGone(Execution execution) {
    return term.isOver(execution, clock.instant().plus(ABOUT_TO_GO))
        || photos.size(execution.submission().photo()).isEmpty();
  }

  /** Whether people can be asked. */
  public enum Possible {
    NO,
    YES,
    /** They were, and may have decided by now. */
    ASKED
  }

  private static boolean isOf(RiderId rider, Case each) {
    return each.rider().rider().equals(rider);
  }

  private boolean isTooMany(List<Case> before) {
    Instant since = clock.instant().minus(WITHIN);
    List<Case> appeals = before.stream().filter(each -> each.appeal() != null).toList();
    return appeals.stream().anyMatch(each -> each.state() != CaseState.CLOSED)
        || appeals.stream().filter(each -> each.openedAt().isAfter(since)).count() >= MOST;
  }

  private Answer open(Execution execution, Appealed said, List<Case> before) {
    return before.stream()
        .filter(each -> each.state() == CaseState.OPEN && each.isAbout(execution.id()))
        .findFirst()
        .flatMap(
            each ->
                cases.change(each.id(), last -> last.appeal() == null ? last.appealed(said) : last))
        .<Answer>map(Answer.Opened::new)
        .orElseGet(() -> openAnew(execution, said));
  }

  private Answer openAnew(Execution execution, Appealed said) {
    Instant now = clock.instant();
    Case fresh =
        Case.opened(
            CaseId.random(),
            Kind.APPEAL,
            parties.sentBy(execution),
            other(execution, said.reason()),
            similarity(execution, said.reason()),
            said,
            now,
            now.plus(settings.expire()));
    Case there = cases.open(fresh);
    return there.id().equals(fresh.id()) ? new Answer.Opened(there) : new Answer.TooMany();
  }

  /** Of the refusal, or of what was withdrawn since; {@code null} if nobody can appeal. */
  private @Nullable ReasonCode reason(Execution execution) {
    if (execution.status() == Status.VERIFIED) {
      return withdrawal(execution).isPresent() ? ReasonCode.ALREADY_REGISTERED : null;
    }
    return execution.status() == Status.REJECTED
            && execution.verdict() instanceof Verdict.Rejected rejected
            && !rejected.own()
        ? Stream.of(rejected.reasons().getFirst())
            .map(Reason::code)
            .filter(Kind::appealable)
            .findFirst()
            .orElse(null)
        : null;
  }

  private Optional<OnePerson> withdrawal(Execution execution) {
    return judgements.of(execution.submission().rider()).stream()
        .filter(OnePerson.class::isInstance)
        .map(OnePerson.class::cast)
        .filter(each -> execution.id().equals(each.verification()))
        .findFirst();
  }

  private @Nullable Party other(Execution execution, ReasonCode reason) {
    RiderId rider = execution.submission().rider();
    return switch (reason) {
      case ALREADY_REGISTERED ->
          withdrawal(execution)
              .flatMap(each -> parties.registered(each.kept()))
              .or(() -> resembled(execution).flatMap(each -> parties.of(each.face())))
              .orElse(null);
      case ANOTHER_FACE -> parties.registered(rider).orElse(null);
      default -> null;
    };
  }

  private static @Nullable Double similarity(Execution execution, ReasonCode reason) {
    return switch (reason) {
      case ALREADY_REGISTERED ->
          resembled(execution).map(StepOutput.Resemblance::similarity).orElse(null);
      case ANOTHER_FACE ->
          outputs(execution)
              .map(StepOutput.FaceMatches::own)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      default -> null;
    };
  }

  /** Whom the photo was taken for: who stood in its way, or else who is most like it. */
  private static Optional<StepOutput.Resemblance> resembled(Execution execution) {
    List<StepOutput.Resemblance> all =
        outputs(execution).flatMap(each -> each.matches().stream()).toList();
    return all.stream()
        .filter(StepOutput.Resemblance::duplicate)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** The registration's, if it was that which was refused, before the check's. */
  private static Stream<StepOutput.FaceMatches> outputs(Execution execution) {
    return Stream.of(State.ADD_FACE_TO_INDEX, State.CHECK_FACE_DUPLICATE)
        .flatMap(state -> execution.step(state).stream())
        .map(Step::output)
        .filter(StepOutput.FaceMatches.class::isInstance)
        .map(StepOutput.FaceMatches.class::cast);
  }
}
