package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.face.FaceId;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution in the list of all, with its pictures.
 *
 * @param kept what there is of the photo: SHOWN, UNSEEN or GONE
 * @param boxes of the faces on it
 * @param resembles the registered face most like it, if there is one to be shown
 * @param redrivable whether it can be run again
 */
@Introspected
public record ListedExecution(
    ExecutionRow row,
    String kept,
    List<BoxAnswer> boxes,
    @Nullable String resembles,
    boolean redrivable) {
  static ListedExecution of(Execution execution, ExecutionPictures.Seen seen, Instant now) {
    FaceId resembled = seen.resembled();
    return new ListedExecution(
        ExecutionRow.of(execution, now),
        seen.kept().name(),
        boxes(execution),
        resembled == null ? null : resembled.value(),
        Redrives.possible(execution) && seen.kept() != ExecutionPictures.Kept.GONE);
  }

  /** Where faces are on the photo. */
  static List<BoxAnswer> boxes(Execution execution) {
    return execution
        .step(State.FACE_DETECTION)
        .map(Step::output)
        .filter(StepOutput.DetectedFaces.class::isInstance)
        .map(output -> ((StepOutput.DetectedFaces) output).faces())
        .map(faces -> faces.stream().map(face -> BoxAnswer.of(face.box().withinPicture())).toList())
        .orElseGet(List::of);
  }
}
