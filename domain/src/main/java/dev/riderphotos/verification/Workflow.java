package dev.riderphotos.verification;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.execution.Verdict.Rejected;
import dev.riderphotos.execution.Verdict.Verified;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.step.AddFaceToIndex.Addition;
import dev.riderphotos.step.CheckFaceDuplicate.Comparison;
import dev.riderphotos.step.Detection;
import dev.riderphotos.verification.Journal.Ending;
import java.util.Optional;

/** One execution's way from state to state, up to its verdict. */
final class Workflow {
  private final WorkflowStates states;
  private final Journal journal;
  private final ExecutionId id;
  private final Submission submission;
  private final PictureInHand inHand;

  Workflow(WorkflowStates states, Journal journal) {
    this.states = states;
    this.journal = journal;
    this.id = journal.execution().id();
    this.submission = journal.execution().submission();
    this.inHand = new PictureInHand(() -> states.faceDetection().open(submission.photo()));
  }

  /** Repeats what an earlier run did, without doing it twice. */
  Verdict verify() {
    Detection detection = detect();
    journal.note(execution -> execution.advised(detection.advice()));
    return switch (detection) {
      case Detection.Refused refused -> refused.verdict();
      case Detection.Suitable suitable -> {
        try {
          inHand.hold(suitable.picture());
          yield register(
              new NewFace(
                  id.imageId(),
                  submission.rider().externalImageId(),
                  suitable.face(),
                  submission.replace()));
        } finally {
          inHand.putDown();
        }
      }
    };
  }

  private Verdict register(NewFace face) {
    Comparison compared = checkDuplicate(face);
    if (compared.refusal().isPresent()) {
      return compared.refusal().get();
    }
    return switch (index(face)) {
      case Addition.Refused(Rejected verdict, var _) -> verdict;
      case Addition.Indexed(IndexedFace indexed, var _) ->
          persist(indexed, thumbnail(), compared.mayReplace());
    };
  }

  private Detection detect() {
    return journal.step(
        State.FACE_DETECTION,
        () -> states.faceDetection().detect(id, submission),
        detection ->
            switch (detection) {
              case Detection.Suitable suitable -> Ending.succeeded(suitable.output());
              case Detection.Refused refused ->
                  Ending.rejected(refused.output(), refused.verdict());
            });
  }

  private Comparison checkDuplicate(NewFace face) {
    return journal.step(
        State.CHECK_FACE_DUPLICATE,
        () -> inHand.orPutDown(() -> states.checkFaceDuplicate().check(submission.rider(), face)),
        compared -> {
          StepOutput output = compared.output();
          return compared
              .refusal()
              .map(verdict -> Ending.rejected(output, verdict))
              .orElseGet(() -> Ending.succeeded(output));
        });
  }

  private Addition index(NewFace face) {
    return journal.step(
        State.ADD_FACE_TO_INDEX,
        () -> inHand.orPutDown(() -> states.addFaceToIndex().add(submission.rider(), face)),
        indexing ->
            switch (indexing) {
              case Addition.Indexed added -> Ending.succeeded(added.output());
              case Addition.Refused refused -> Ending.rejected(refused.output(), refused.verdict());
            });
  }

  /** This state is the last that needs the picture. */
  private PhotoRef thumbnail() {
    PhotoRef made =
        journal.step(
            State.THUMBNAIL,
            () ->
                inHand.orPutDown(
                    () -> states.thumbnail().make(submission.photo(), inHand.picture())),
            ref -> Ending.succeeded(new StepOutput.Thumbnail(ref)));
    inHand.putDown();
    return made;
  }

  private Verdict persist(IndexedFace face, PhotoRef thumbnail, boolean mayReplace) {
    RiderProfile profile =
        new RiderProfile(
            submission.rider(), face.id(), submission.photo(), thumbnail, submission.consent());
    Optional<Rejected> refusal =
        journal.step(
            State.PERSIST_METADATA,
            () -> {
              states.addFaceToIndex().requireLive(face);
              return states.persistMetadata().persist(profile, mayReplace, this::noteReplaced);
            },
            refused -> {
              StepOutput output = new StepOutput.Profile(profile);
              return refused
                  .map(verdict -> Ending.rejected(null, verdict))
                  .orElseGet(() -> Ending.succeeded(output));
            });
    return refusal.<Verdict>map(verdict -> verdict).orElse(new Verified(face.id(), thumbnail));
  }

  private void noteReplaced(RiderProfile earlier) {
    journal.save(execution -> execution.replacing(earlier));
  }
}
