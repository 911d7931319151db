package dev.riderphotos.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.execution.Verdict.Rejected;
import dev.riderphotos.execution.Verdict.Verified;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.review.OpenCases;
import dev.riderphotos.rider.RiderProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done before an execution may end, so that nothing is half done. All of it may be
 * repeated.
 */
final class Settlement {
  private final WorkflowStates states;
  private final OpenCases cases;

  Settlement(WorkflowStates states, OpenCases cases) {
    this.states = states;
    this.cases = cases;
  }

  /** The verdict of one whose row stands: a write that seemed to fail may have been done. */
  Optional<Verdict> writtenBefore(Execution execution) {
    return execution.step(State.PERSIST_METADATA).isPresent()
        ? states.persistMetadata().committed(execution).map(Settlement::verified)
        : Optional.empty();
  }

  /** Undoes what an execution did that is not verified. */
  void undo(Execution execution) {
    if (execution.step(State.ADD_FACE_TO_INDEX).isPresent()) {
      states.addFaceToIndex().undo(execution.id().imageId());
    }
    if (execution.step(State.THUMBNAIL).isPresent()) {
      states.thumbnail().undo(execution.submission());
    }
    // Neither JPEG nor PNG: there is nothing to show of it, only room to take.
    if (execution.photoIsItsOwn()
        && refusedFor(execution.verdict(), ReasonCode.UNSUPPORTED_FORMAT)) {
      states.faceDetection().discard(execution.submission().photo());
    }
    if (refusedFor(execution.verdict(), ReasonCode.CONSENT_MISSING)) {
      states.faceDetection().discardUnlessAgreed(execution.submission().photo());
    }
  }

  /** Deletes what the rider had before, if anything was to take its place. */
  void discardReplaced(Execution execution) {
    RiderProfile replaced = execution.replaced();
    if (replaced != null) {
      states.persistMetadata().discard(replaced);
    }
  }

  /** Has people look at what cannot be told for certain. */
  void openCases(Execution execution) {
    cases.openFor(execution);
  }

  /**
   * Without the faces of riders who were erased meanwhile. To be called when what it tells of
   * others is written: whoever is erased later is looked for there.
   */
  Execution forgetErased(Execution written) {
    Execution left = written;
    for (FaceId face : states.checkFaceDuplicate().gone(written.resembled())) {
      left = left.forgetting(face);
    }
    return left;
  }

  static Verdict verified(RiderProfile profile) {
    return new Verified(profile.face(), profile.thumbnail());
  }

  /** How one ends that is decided. */
  static Status statusOf(Execution execution) {
    return switch (execution.verdict()) {
      case Verified _ -> Status.VERIFIED;
      case Rejected _ -> Status.REJECTED;
      case null -> Status.FAILED;
    };
  }

  private static boolean refusedFor(@Nullable Verdict verdict, ReasonCode code) {
    return verdict instanceof Rejected refusal
        && refusal.reasons().stream().anyMatch(reason -> reason.code() == code);
  }
}
