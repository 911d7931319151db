package dev.riderphotos.verification;

import dev.riderphotos.rider.RiderProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The story of one photo's verification, as the journal keeps it. Immutable: each change is a new
 * one.
 *
 * @param steps in the order they were first begun
 * @param verdict once there is one
 * @param advice what could be better about a photo, without being held against it
 * @param fault why it failed, if it did: what an operator reads
 * @param undone whether nothing is left to clean up; only a FAILED execution can be other than so
 * @param replaced the rider's earlier profile, from before its row is overwritten until all it
 *     pointed to is deleted
 */
public record Execution(
    ExecutionId id,
    Submission submission,
    Status status,
    List<Step> steps,
    @Nullable Verdict verdict,
    List<Reason> advice,
    @Nullable String fault,
    boolean undone,
    @Nullable RiderProfile replaced,
    Instant startedAt,
    @Nullable Instant endedAt) {

  public Execution {
    steps = List.copyOf(steps);
    advice = List.copyOf(advice);
  }

  static Execution started(ExecutionId id, Submission submission, Instant now) {
    return new Execution(
        id, submission, Status.RUNNING, List.of(), null, List.of(), null, true, null, now, null);
  }

  /** The step of this state, if it was begun. */
  public Optional<Step> step(State state) {
    return steps.stream().filter(step -> step.state() == state).findFirst();
  }

  /** Whether someone must still see to it: it runs, or what it did is not undone yet. */
  public boolean unfinished() {
    return status == Status.RUNNING || !undone;
  }

  Execution with(Step step) {
    List<Step> next = new ArrayList<>(steps);
    next.replaceAll(old -> old.state() == step.state() ? step : old);
    if (step(step.state()).isEmpty()) {
      next.add(step);
    }
    return new Execution(
        id, submission, status, next, verdict, advice, fault, undone, replaced, startedAt, endedAt);
  }

  Execution advised(List<Reason> advised) {
    return new Execution(
        id,
        submission,
        status,
        steps,
        verdict,
        advised,
        fault,
        undone,
        replaced,
        startedAt,
        endedAt);
  }

  Execution replacing(@Nullable RiderProfile profile) {
    return new Execution(
        id, submission, status, steps, verdict, advice, fault, undone, profile, startedAt, endedAt);
  }

  Execution decided(Verdict decision) {
    return new Execution(
        id,
        submission,
        status,
        steps,
        decision,
        advice,
        fault,
        undone,
        replaced,
        startedAt,
        endedAt);
  }

  Execution ended(Status end, Instant now) {
    return new Execution(
        id, submission, end, steps, verdict, advice, fault, undone, replaced, startedAt, now);
  }

  Execution failed(String why, Instant now) {
    return new Execution(
        id, submission, Status.FAILED, steps, null, advice, why, false, null, startedAt, now);
  }

  Execution cleanedUp() {
    return new Execution(
        id, submission, status, steps, verdict, advice, fault, true, replaced, startedAt, endedAt);
  }
}
