package dev.riderphotos.verification;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.execution.Verdict.Rejected;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.OutdatedPrintException;
import dev.riderphotos.face.StoredPrints;
import dev.riderphotos.face.StoredPrints.StoredPrint;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.review.OpenCases;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.step.AddFaceToIndex.Addition;
import dev.riderphotos.step.CheckFaceDuplicate.Comparison;
import dev.riderphotos.step.Detection;
import dev.riderphotos.verification.Journal.Ending;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The states of the workflow, each run by itself in whichever process: what the functions of a
 * state machine do. They know of each other by the journal alone, and each makes one attempt: a
 * fault is thrown, for the state machine to try again.
 *
 * <p>Every call may be repeated. Whoever does not hold the execution any more, because it was
 * settled or begun anew, is refused with a {@link TakenOverException}; what it did meanwhile is
 * undone, unless the execution is somebody else's by now.
 */
public final class SeparateStates {
  private final WorkflowStates states;
  private final Settlement settlement;
  private final StoredPrints prints;
  private final SeparateJournal journal;

  public SeparateStates(
      WorkflowStates states,
      OpenCases cases,
      StoredPrints prints,
      Executions executions,
      ExecutionWatcher watcher,
      InstantSource clock) {
    this.states = states;
    this.settlement = new Settlement(states, cases);
    this.prints = prints;
    this.journal = new SeparateJournal(executions, watcher, clock);
  }

  /** An execution, and the run of the state machine that works at it. */
  public record Hold(ExecutionId execution, ExecutionArn run) {}

  /** What a state came to: the workflow goes on with it, or the photo is refused. */
  public sealed interface Result<T> {
    /** The next state follows. */
    record Passed<T>(T output) implements Result<T> {}

    /** PhotoDoesNotMeetRequirement follows. */
    record Refused<T>(Rejected verdict) implements Result<T> {}
  }

  /**
   * Begins an execution that this run of the state machine holds.
   *
   * @return it; empty if it is another's, or was begun and ended before
   */
  public Optional<Execution> begin(Hold hold, Submission submission) {
    return journal.begin(hold, submission);
  }

  /** FaceDetection opens the photo, and finds the one face in it. */
  public Result<FaceDetail> detectFaces(Hold hold) {
    return step(hold, State.FACE_DETECTION, this::detect);
  }

  private SeparateJournal.Ended<Result<FaceDetail>> detect(Execution execution) {
    PhotoRef photo = execution.submission().photo();
    String etag = prints.of(photo).map(StoredPrint::etag).orElse(null);
    Detection detection = states.faceDetection().detect(execution.id(), execution.submission());
    StepOutput output = new StepOutput.DetectedFaces(detection.output().faces(), etag);
    return switch (detection) {
      case Detection.Refused refused ->
          SeparateStates.<FaceDetail>refused(
                  Ending.rejected(output, refused.verdict()), refused.verdict())
              .and(each -> each.advised(detection.advice()));
      case Detection.Suitable(Picture picture, DetectedFace face, var advice) -> {
        picture.close();
        yield SeparateJournal.Ended.<Result<FaceDetail>>of(
                Ending.succeeded(output), new Result.Passed<>(face.detail()))
            .and(each -> each.advised(advice));
      }
    };
  }

  /** CheckFaceDuplicate compares the face with those that are registered. */
  public Result<StepOutput.FaceMatches> checkFaceDuplicate(Hold hold) {
    return step(
        hold,
        State.CHECK_FACE_DUPLICATE,
        execution -> {
          Comparison compared = compare(execution);
          StepOutput.FaceMatches output = compared.output();
          return compared
              .refusal()
              .map(
                  verdict ->
                      SeparateStates.<StepOutput.FaceMatches>refused(
                          Ending.rejected(output, verdict), verdict))
              .orElseGet(() -> passed(output, output));
        });
  }

  private Comparison compare(Execution execution) {
    NewFace face = unchangedFace(execution);
    return whileLive(() -> states.checkFaceDuplicate().check(execution.submission().rider(), face));
  }

  /** AddFaceToIndex registers the face, as long as the photo is the one it was found in. */
  public Result<IndexedFace> addFaceToIndex(Hold hold) {
    return step(
        hold,
        State.ADD_FACE_TO_INDEX,
        execution ->
            switch (register(execution)) {
              case Addition.Indexed added -> passed(added.output(), added.face());
              case Addition.Refused refusal ->
                  refused(Ending.rejected(refusal.output(), refusal.verdict()), refusal.verdict());
            });
  }

  /** Thumbnail opens the photo, and keeps a small copy of it. */
  public PhotoRef makeThumbnail(Hold hold) {
    return step(
        hold,
        State.THUMBNAIL,
        execution -> {
          PhotoRef photo = execution.submission().photo();
          try (Picture picture = states.faceDetection().open(photo)) {
            PhotoRef thumbnail = states.thumbnail().make(photo, picture);
            return SeparateJournal.Ended.of(
                Ending.succeeded(new StepOutput.Thumbnail(thumbnail)), thumbnail);
          }
        });
  }

  /** PersistMetadata writes the rider's row, which is the commit. */
  public Result<RiderProfile> persistMetadata(Hold hold) {
    return step(
        hold,
        State.PERSIST_METADATA,
        execution ->
            switch (stillLive(execution)) {
              case Addition.Indexed added -> persist(hold, execution, added.face());
              case Addition.Refused refusal ->
                  refused(Ending.rejected(null, refusal.verdict()), refusal.verdict());
            });
  }

  private SeparateJournal.Ended<Result<RiderProfile>> persist(
      Hold hold, Execution execution, IndexedFace face) {
    Submission submission = execution.submission();
    PhotoRef thumbnail = output(execution, State.THUMBNAIL, StepOutput.Thumbnail.class).thumbnail();
    boolean mayReplace =
        output(execution, State.CHECK_FACE_DUPLICATE, StepOutput.FaceMatches.class).mayReplace();
    RiderProfile profile =
        new RiderProfile(
            submission.rider(), face.id(), submission.photo(), thumbnail, submission.consent());
    Optional<Rejected> refusal =
        states
            .persistMetadata()
            .persist(
                profile,
                mayReplace,
                earlier -> journal.note(hold, noted -> noted.replacing(earlier)));
    return refusal
        .map(
            verdict ->
                SeparateStates.<RiderProfile>refused(Ending.rejected(null, verdict), verdict))
        .orElseGet(
            () ->
                passed(new StepOutput.Profile(profile), profile)
                    .and(each -> each.decided(Settlement.verified(profile))));
  }

  private <T> T step(Hold hold, State state, Function<Execution, SeparateJournal.Ended<T>> work) {
    return journal.step(hold, state, this::leaveNothing, work);
  }

  /** PhotoDoesNotMeetRequirement undoes what was done, gives the rider word, and is the end. */
  public StepOutput.MessageToSend photoDoesNotMeetRequirement(Hold hold) {
    Execution settled = settle(hold, null);
    if (!(settled.verdict() instanceof Rejected verdict)) {
      throw new IllegalStateException("The photo was not refused");
    }
    StepOutput.MessageToSend message = tell(hold, verdict);
    Execution _ = journal.end(hold);
    return message;
  }

  private StepOutput.MessageToSend tell(Hold hold, Rejected verdict) {
    return step(
        hold,
        State.PHOTO_DOES_NOT_MEET_REQUIREMENT,
        execution -> {
          StepOutput.MessageToSend sent =
              states
                  .photoDoesNotMeetRequirement()
                  .tell(hold.execution(), execution.submission(), verdict);
          return SeparateJournal.Ended.of(Ending.succeeded(sent), sent);
        });
  }

  /**
   * Decides what is not decided yet, and undoes what nothing came of. One that is verified or has
   * failed ends with it; a refused one goes on, for its rider is yet to be told.
   *
   * @param fault why it does not go on, for operators; {@code null} if that is in the journal
   */
  public Execution settle(Hold hold, @Nullable String fault) {
    Execution execution = journal.find(hold);
    if (!execution.unfinished()) {
      return execution;
    }
    Execution decided = decide(hold, execution, fault);
    if (Settlement.statusOf(decided) != Status.VERIFIED) {
      settlement.undo(decided);
    }
    settlement.discardReplaced(decided);
    settlement.openCases(decided);
    return decided.verdict() instanceof Rejected ? decided : journal.end(hold);
  }

  /**
   * The same, and ends also one that was refused: its rider is told, unless that was tried before.
   * A mail that cannot be sent changes no verdict.
   */
  public Execution settleForGood(Hold hold, @Nullable String fault) {
    Execution settled = settle(hold, fault);
    if (!settled.unfinished()) {
      return settled;
    }
    if (settled.verdict() instanceof Rejected verdict
        && settled.step(State.PHOTO_DOES_NOT_MEET_REQUIREMENT).isEmpty()) {
      tellIfPossible(hold, verdict);
    }
    return journal.end(hold);
  }

  private void tellIfPossible(Hold hold, Rejected verdict) {
    try {
      StepOutput.MessageToSend _ = tell(hold, verdict);
    } catch (TakenOverException gone) {
      throw gone;
    } catch (RuntimeException _) {
      // The journal has it, and the watcher is told when the execution ends.
    }
  }

  private Execution decide(Hold hold, Execution execution, @Nullable String fault) {
    if (execution.status() != Status.RUNNING) {
      return execution; // it ended, and left something
    }
    Optional<Verdict> written = settlement.writtenBefore(execution);
    if (written.isEmpty() && execution.verdict() != null) {
      return execution; // it is refused, and the state that tells so may be at work
    }
    return journal.closing(
        hold, each -> written.map(each::decided).orElseGet(() -> journal.undecided(each, fault)));
  }

  /** What a function did that nobody waits for any more. */
  private void leaveNothing(Hold hold) {
    journal
        .reopen(hold)
        .ifPresent(
            execution -> {
              settlement.undo(execution);
              Execution _ = journal.end(hold);
            });
  }

  private Addition register(Execution execution) {
    Addition addition =
        whileLive(
            () ->
                states
                    .addFaceToIndex()
                    .add(execution.submission().rider(), unchangedFace(execution)));
    try {
      var _ = unchanged(execution);
    } catch (BackendException changed) {
      states.addFaceToIndex().undo(execution.id().imageId());
      throw changed;
    }
    return addition;
  }

  /** The face may be in a collection that is live no more, and was not moved: then it is added. */
  private Addition stillLive(Execution execution) {
    IndexedFace added =
        output(execution, State.ADD_FACE_TO_INDEX, StepOutput.AddedFace.class).face();
    try {
      states.addFaceToIndex().requireLive(added);
      return new Addition.Indexed(added, null);
    } catch (OutdatedPrintException _) {
      return register(execution);
    }
  }

  private NewFace unchangedFace(Execution execution) {
    Submission submission = execution.submission();
    FaceDetail detail =
        output(execution, State.FACE_DETECTION, StepOutput.DetectedFaces.class).faces().getFirst();
    return new NewFace(
        execution.id().imageId(),
        submission.rider().externalImageId(),
        new DetectedFace(detail, unchanged(execution).print()),
        submission.replace());
  }

  private StoredPrint unchanged(Execution execution) {
    String etag = output(execution, State.FACE_DETECTION, StepOutput.DetectedFaces.class).etag();
    return prints
        .of(execution.submission().photo())
        .filter(print -> print.etag().equals(etag))
        .orElseThrow(
            () ->
                new BackendException(
                    "go on with a photo that was changed after it was looked at",
                    false,
                    new IllegalStateException("another photo is there now")));
  }

  /** When another collection has become live in between, another attempt finds that one. */
  private static <T> T whileLive(Supplier<T> work) {
    try {
      return work.get();
    } catch (OutdatedPrintException outdated) {
      Conflict conflict = new Conflict("look at the face");
      conflict.initCause(outdated);
      throw conflict;
    }
  }

  private static <T extends StepOutput> T output(Execution execution, State state, Class<T> kind) {
    return execution
        .step(state)
        .map(Step::output)
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(
            () -> new IllegalStateException("%s has not ended well".formatted(state.title())));
  }

  private static <T> SeparateJournal.Ended<Result<T>> passed(StepOutput output, T result) {
    return SeparateJournal.Ended.of(Ending.succeeded(output), new Result.Passed<>(result));
  }

  private static <T> SeparateJournal.Ended<Result<T>> refused(Ending ending, Rejected verdict) {
    return SeparateJournal.Ended.<Result<T>>of(ending, new Result.Refused<>(verdict))
        .and(execution -> execution.decided(verdict));
  }
}
