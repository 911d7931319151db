package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.StepOutput.Resemblance;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.web.page.Moment;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes views of executions, with what only operators may know: who else looks like that. */
@Singleton
public final class ExecutionViews {
  private final RiderFaces collection;
  private final ExecutionJson json;
  private final InstantSource clock;

  ExecutionViews(RiderFaces collection, ExecutionJson json, InstantSource clock) {
    this.collection = collection;
    this.json = json;
    this.clock = clock;
  }

  public List<ExecutionRow> rows(List<Execution> executions) {
    Instant now = clock.instant();
    return executions.stream().map(execution -> ExecutionRow.of(execution, now)).toList();
  }

  ExecutionView view(Execution execution) {
    Instant now = clock.instant();
    List<Reason> reasons =
        execution.verdict() instanceof Verdict.Rejected rejected ? rejected.reasons() : List.of();
    Map<String, StateView> states = states(execution, now);
    PhotoRef photo = execution.submission().photo();
    return new ExecutionView(
        ExecutionRow.of(execution, now),
        Moment.ofNullable(execution.endedAt(), now),
        photo.bucket() + "/" + photo.key(),
        ReasonShown.of(reasons),
        ReasonShown.of(execution.advice()),
        execution.fault(),
        execution.tidy(),
        states,
        states.values().stream().filter(StateView::begun).toList(),
        similar(execution),
        json.input(execution),
        json.output(execution),
        console(execution.heldBy()));
  }

  private static @Nullable String console(@Nullable ExecutionArn run) {
    return run == null ? null : ConsoleLink.to(run);
  }

  private Map<String, StateView> states(Execution execution, Instant now) {
    Map<String, StateView> states = new LinkedHashMap<>();
    for (State state : State.values()) {
      states.put(
          state.title(),
          execution
              .step(state)
              .map(step -> StateView.of(execution, step, json.output(step), now))
              .orElseGet(() -> StateView.notReached(state)));
    }
    return states;
  }

  private List<ResemblanceView> similar(Execution execution) {
    return execution.step(State.CHECK_FACE_DUPLICATE).stream()
        .flatMap(ExecutionViews::matches)
        .map(face -> ResemblanceView.of(face, riderOf(face.face())))
        .toList();
  }

  private static Stream<Resemblance> matches(Step step) {
    return step.output() instanceof StepOutput.FaceMatches(List<Resemblance> matches, _, _)
        ? matches.stream()
        : Stream.empty();
  }

  private @Nullable String riderOf(FaceId face) {
    return collection
        .find(face)
        .map(IndexedFace::externalImageId)
        .map(ExternalImageId::name)
        .orElse(null);
  }
}
