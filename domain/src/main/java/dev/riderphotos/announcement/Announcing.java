package dev.riderphotos.announcement;

import dev.riderphotos.announcement.Announcement.ExecutionEnded;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.ReviewDecided;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict.Rejected;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Ruling;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be announced of a change. Whatever keeps executions, cases and erasures asks for it,
 * and writes both in one transaction: then nothing happens that is not told, and nothing is told
 * that does not happen.
 */
public enum Announcing {
  /** Nobody wants to be told. */
  NOTHING,
  /** Whatever there is to be told. */
  ALL;

  /** Of an execution that is written over another, its end, if that is one. */
  public Optional<OfRider> of(Execution before, Execution after) {
    boolean ended = after.status() != Status.RUNNING && after.status() != before.status();
    return this == ALL && ended ? Optional.of(end(after)) : Optional.empty();
  }

  private static OfRider end(Execution execution) {
    Instant at = Objects.requireNonNullElse(execution.endedAt(), execution.startedAt());
    Rejected refusal = execution.verdict() instanceof Rejected rejected ? rejected : null;
    return new ExecutionEnded(
        AnnouncementId.at(at),
        execution.submission().rider(),
        at,
        execution.id(),
        execution.status(),
        refusal == null ? null : refusal.error().title(),
        refusal == null ? List.of() : codes(refusal),
        execution.startedAt());
  }

  private static List<ReasonCode> codes(Rejected refusal) {
    return refusal.reasons().stream().map(Reason::code).distinct().toList();
  }

  /** Of a case that is written over another, that its decision was carried out, to each rider. */
  public List<OfRider> of(Case before, Case after) {
    Ruling ruling = after.ruling();
    boolean settled = before.state() != CaseState.CLOSED && after.state() == CaseState.CLOSED;
    return this == ALL && settled && ruling != null
        ? after.riders().stream()
            .sorted(Comparator.comparing(RiderId::value))
            .map(rider -> decided(after, ruling, rider))
            .toList()
        : List.of();
  }

  private static OfRider decided(Case settled, Ruling ruling, RiderId rider) {
    Instant at = Objects.requireNonNull(settled.closedAt());
    return new ReviewDecided(
        AnnouncementId.at(at),
        rider,
        at,
        settled.id(),
        settled.kind(),
        ruling.decision(),
        Objects.requireNonNull(settled.outcome()),
        settled.withdrawn() != null && settled.withdrawn().rider().equals(rider));
  }

  /** Of a rider who was erased. */
  public Optional<OfRider> ofErased(RiderId rider, Instant now) {
    return this == ALL
        ? Optional.of(new RiderErased(AnnouncementId.at(now), rider, now))
        : Optional.empty();
  }

  /** Whether anything is announced of an execution of which this is written. */
  public boolean mayConcern(Execution after) {
    return this == ALL && after.status() != Status.RUNNING;
  }

  /**
   * Until when what tells of an erasure waits, for what was told before may still be under way.
   *
   * @param latest until when any of what is dropped was kept back; long ago if nothing was
   */
  public static Instant afterWhatIsUnderWay(Instant now, Instant latest) {
    Instant most = now.plus(Announcements.TURN);
    return latest.isBefore(now) ? now : latest.isBefore(most) ? latest : most;
  }
}
