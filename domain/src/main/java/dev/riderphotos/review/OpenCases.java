package dev.riderphotos.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.StepOutput.Resemblance;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens what people are to look at after a verification: two riders who may be one, and another
 * face of a verified rider. An execution does not end without it, so that none is lost; and as each
 * may be asked for again, the case of an execution has an id that follows from it.
 */
public final class OpenCases {
  private final Cases cases;
  private final Parties parties;
  private final ReviewSettings settings;
  private final InstantSource clock;

  public OpenCases(Cases cases, Parties parties, ReviewSettings settings, InstantSource clock) {
    this.cases = cases;
    this.parties = parties;
    this.settings = settings;
    this.clock = clock;
  }

  /** Opens what the execution, which is decided, gives reason for. May be repeated. */
  public void openFor(Execution execution) {
    switch (execution.verdict()) {
      case Verdict.Verified verified ->
          nearest(execution).ifPresent(near -> possibleDuplicate(execution, verified, near));
      case Verdict.Rejected rejected when rejected.review() -> anotherFace(execution);
      case Verdict.Rejected _ -> {}
      case null -> {}
    }
  }

  private static Optional<Resemblance> nearest(Execution execution) {
    return execution
        .step(State.ADD_FACE_TO_INDEX)
        .map(Step::output)
        .filter(StepOutput.AddedFace.class::isInstance)
        .map(output -> ((StepOutput.AddedFace) output).nearest());
  }

  /** A rider who is erased meanwhile leaves no case: either side looks again. */
  private void possibleDuplicate(Execution execution, Verdict.Verified verified, Resemblance near) {
    CaseId id = idOf(Kind.POSSIBLE_DUPLICATE, execution.id());
    RiderId rider = execution.submission().rider();
    Party registered = registered(execution, verified.face());
    parties
        .of(near.face())
        .filter(other -> !other.rider().equals(rider))
        .ifPresent(
            other -> open(id, Kind.POSSIBLE_DUPLICATE, registered, other, near.similarity()));
    if (parties.of(near.face()).isEmpty()) {
      cases.find(id).filter(each -> each.state() == CaseState.OPEN).ifPresent(this::delete);
    }
  }

  private Party registered(Execution execution, FaceId face) {
    Party sent = parties.sentBy(execution);
    return new Party(sent.rider(), sent.execution(), sent.photo(), sent.box(), face);
  }

  private void anotherFace(Execution execution) {
    RiderId rider = execution.submission().rider();
    Optional<Party> registered = parties.registered(rider);
    boolean known =
        cases.of(rider).stream()
            .anyMatch(each -> each.kind() == Kind.ANOTHER_FACE && each.isAbout(execution.id()));
    if (known || registered.isEmpty()) {
      return;
    }
    Party sent = parties.sentBy(execution);
    CaseId id = idOf(Kind.ANOTHER_FACE, execution.id());
    Case there = open(id, Kind.ANOTHER_FACE, sent, registered.get(), own(execution));
    if (!there.isAbout(execution.id())) {
      join(there.id(), execution.id(), sent);
    }
  }

  /** What was decided was decided without this photo: the case is open again. */
  private void join(CaseId id, ExecutionId execution, Party sent) {
    Instant expires = clock.instant().plus(settings.expire());
    Optional<Case> _ =
        cases.change(
            id,
            each ->
                each.isAbout(execution)
                    ? each
                    : switch (each.state()) {
                      case OPEN -> each.joinedBy(sent);
                      case DECIDED -> each.joinedBy(sent).reopened(expires);
                      case UNDER_WAY, CLOSED -> each;
                    });
  }

  private Case open(CaseId id, Kind kind, Party rider, Party other, @Nullable Double similarity) {
    Instant now = clock.instant();
    return cases.open(
        Case.opened(id, kind, rider, other, similarity, null, now, now.plus(settings.expire())));
  }

  private void delete(Case gone) {
    cases.delete(gone.id());
  }

  private static @Nullable Double own(Execution execution) {
    return execution
        .step(State.CHECK_FACE_DUPLICATE)
        .map(Step::output)
        .filter(StepOutput.FaceMatches.class::isInstance)
        .map(output -> ((StepOutput.FaceMatches) output).own())
        .filter(Objects::nonNull)
        .orElse(null);
  }

  private static CaseId idOf(Kind kind, ExecutionId execution) {
    return new CaseId(UUID.nameUUIDFromBytes((kind + " " + execution).getBytes(UTF_8)));
  }
}
