package dev.riderphotos.execution;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.rider.RiderProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The story of one photo's verification, as the journal keeps it. Immutable: each change is a new
 * one.
 *
 * @param steps in the order they were first begun
 * @param verdict once there is one
 * @param advice what could be better about a photo, without being held against it
 * @param fault why it failed, if it did: what an operator reads
 * @param tidy whether nothing is left to clean up; when not, it will be tried again
 * @param replaced the rider's earlier profile, noted before its row is overwritten
 * @param redrives how often it was begun anew
 * @param heldBy which of a state machine's executions runs it, or ran it last; {@code null} if that
 *     is a process
 */
public record Execution(
    ExecutionId id,
    Submission submission,
    Status status,
    List<Step> steps,
    @Nullable Verdict verdict,
    List<Reason> advice,
    @Nullable String fault,
    boolean tidy,
    @Nullable RiderProfile replaced,
    Instant startedAt,
    @Nullable Instant endedAt,
    int redrives,
    @Nullable ExecutionArn heldBy) {

  public Execution {
    steps = List.copyOf(steps);
    advice = List.copyOf(advice);
  }

  public static Execution started(ExecutionId id, Submission submission, Instant now) {
    return new Execution(
        id,
        submission,
        Status.RUNNING,
        List.of(),
        null,
        List.of(),
        null,
        true,
        null,
        now,
        null,
        0,
        null);
  }

  /** The step of this state, if it was begun. */
  public Optional<Step> step(State state) {
    return steps.stream().filter(step -> step.state() == state).findFirst();
  }

  /** Whether someone must still see to it: it runs, or left something to clean up. */
  public boolean unfinished() {
    return status == Status.RUNNING || !tidy;
  }

  /** Whether an operator is to look at it. */
  public boolean review() {
    return verdict instanceof Verdict.Rejected rejected && rejected.review();
  }

  /** Whether the photo was refused, and this is one of the reasons. */
  public boolean refusedFor(ReasonCode code) {
    return status == Status.REJECTED
        && verdict instanceof Verdict.Rejected rejected
        && rejected.reasons().stream().anyMatch(reason -> reason.code() == code);
  }

  /** Whether the photo was uploaded for this execution alone: then its id stands in the key. */
  public boolean photoIsItsOwn() {
    return RiderPhotoKey.parse(submission.photo().key())
        .filter(key -> id.equals(key.execution()))
        .isPresent();
  }

  public Execution with(Step step) {
    List<Step> next = new ArrayList<>(steps);
    next.replaceAll(old -> old.state() == step.state() ? step : old);
    if (step(step.state()).isEmpty()) {
      next.add(step);
    }
    return withSteps(next);
  }

  private Execution withSteps(List<Step> all) {
    return new Execution(
        id,
        submission,
        status,
        all,
        verdict,
        advice,
        fault,
        tidy,
        replaced,
        startedAt,
        endedAt,
        redrives,
        heldBy);
  }

  public Execution advised(List<Reason> advised) {
    return new Execution(
        id,
        submission,
        status,
        steps,
        verdict,
        advised,
        fault,
        tidy,
        replaced,
        startedAt,
        endedAt,
        redrives,
        heldBy);
  }

  public Execution replacing(@Nullable RiderProfile profile) {
    return new Execution(
        id,
        submission,
        status,
        steps,
        verdict,
        advice,
        fault,
        tidy,
        profile,
        startedAt,
        endedAt,
        redrives,
        heldBy);
  }

  public Execution decided(Verdict decision) {
    return new Execution(
        id,
        submission,
        status,
        steps,
        decision,
        advice,
        null,
        tidy,
        replaced,
        startedAt,
        endedAt,
        redrives,
        heldBy);
  }

  public Execution ended(Status end, boolean allTidy, Instant now) {
    return new Execution(
        id,
        submission,
        end,
        steps,
        verdict,
        advice,
        fault,
        allTidy,
        replaced,
        startedAt,
        now,
        redrives,
        heldBy);
  }

  /** The faces of others that it tells of. */
  public Set<FaceId> resembled() {
    return steps.stream()
        .map(Step::output)
        .filter(Objects::nonNull)
        .flatMap(output -> output.resembled().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same, telling nothing of this face of another's, which was erased. */
  public Execution forgetting(FaceId face) {
    List<Step> left = steps.stream().map(step -> step.forgetting(face)).toList();
    return left.equals(steps) ? this : withSteps(left);
  }

  /** The same without the faces that this, which was written before, has forgotten since. */
  public Execution forgettingAs(Execution written) {
    Execution left = this;
    for (Step step : steps) {
      StepOutput mine = step.output();
      StepOutput theirs = written.step(step.state()).map(Step::output).orElse(null);
      if (mine != null && theirs != null) {
        for (FaceId face : mine.forgottenBy(theirs)) {
          left = left.forgetting(face);
        }
      }
    }
    return left;
  }

  /** Begun anew, by whoever says so. Steps stay, so that their attempts go on being counted. */
  public Execution redriven() {
    RiderProfile leftover = tidy ? null : replaced;
    return new Execution(
        id,
        submission,
        Status.RUNNING,
        steps,
        null,
        List.of(),
        null,
        tidy,
        leftover,
        startedAt,
        null,
        redrives + 1,
        null);
  }

  /** The same, to be run by this execution of a state machine, and by no process. */
  public Execution heldBy(ExecutionArn holder) {
    return new Execution(
        id,
        submission,
        status,
        steps,
        verdict,
        advice,
        fault,
        tidy,
        replaced,
        startedAt,
        endedAt,
        redrives,
        holder);
  }

  public Execution failed(String why) {
    return new Execution(
        id,
        submission,
        status,
        steps,
        null,
        advice,
        why,
        tidy,
        replaced,
        startedAt,
        endedAt,
        redrives,
        heldBy);
  }
}
