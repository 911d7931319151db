package dev.riderphotos.retention;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.rider.Sighting;
import java.time.Duration;
import java.time.Instant;

/** Says when the term of something is over. What keeps it all the same is not decided here. */
public record RetentionRule(RetentionSettings settings) {

  /** Whether the photo of a refused or failed execution is to go, which was sent for it alone. */
  public boolean photoIsDue(Execution execution, Instant now) {
    boolean refused = execution.status() == Status.REJECTED || execution.status() == Status.FAILED;
    return refused
        && execution.photoIsItsOwn()
        && (isOver(execution, settings.refusedPhotos(), now) || isDue(execution, now));
  }

  /** Whether the execution is to go. */
  public boolean isDue(Execution execution, Instant now) {
    return isOver(execution, settings.executions(), now);
  }

  private static boolean isOver(Execution execution, Duration term, Instant now) {
    Instant end = execution.endedAt();
    return !execution.unfinished() && end != null && isOver(end, term, now);
  }

  /** No execution that was started later is due, nor its photo. */
  public Instant startedBefore(Instant now) {
    Duration shorter =
        settings.refusedPhotos().compareTo(settings.executions()) < 0
            ? settings.refusedPhotos()
            : settings.executions();
    return now.minus(shorter).plusNanos(1);
  }

  /** Whether the case is to go: it is closed, and nothing is to be done with it any more. */
  public boolean isDue(Case closed, Instant now) {
    Instant end = closed.closedAt();
    return !keeps(closed) && end != null && isOver(end, settings.cases(), now);
  }

  /** Whether nothing of its riders goes for the sake of this case. */
  public static boolean keeps(Case each) {
    return each.state() != CaseState.CLOSED || each.due() != null;
  }

  /** Whether mail of then is to go. */
  public boolean mailIsDue(Instant writtenAt, Instant now) {
    return isOver(writtenAt, settings.mail(), now);
  }

  /** What is to be done with a rider who was last here then. */
  public Inactivity inactivity(Sighting last, Instant now) {
    Duration term = settings.inactiveRiders();
    if (term == null) {
      return new Inactivity.None();
    }
    Instant end = last.seenAt().plus(term);
    if (now.isBefore(end.minus(RetentionSettings.NOTICE))) {
      return new Inactivity.None();
    }
    Instant told = last.toldAt();
    Instant goes = later(end, (told == null ? now : told).plus(RetentionSettings.NOTICE));
    if (told == null) {
      return new Inactivity.ToBeTold(goes);
    }
    return now.isBefore(goes) ? new Inactivity.Told(goes) : new Inactivity.Over();
  }

  /** How it stands with a rider who may not have been here for long. */
  public sealed interface Inactivity {
    /** The rider was here. */
    record None() implements Inactivity {}

    /** The rider is to be told, and goes then. */
    record ToBeTold(Instant goesAt) implements Inactivity {}

    /** The rider was told, and goes then. */
    record Told(Instant goesAt) implements Inactivity {}

    /** The rider goes. */
    record Over() implements Inactivity {}
  }

  private static boolean isOver(Instant since, Duration term, Instant now) {
    return !since.isAfter(now.minus(term));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
