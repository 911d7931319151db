package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.Cases;
import dev.riderphotos.web.page.Moment;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes views of executions, with what only operators may know: who else looks like that. */
@Singleton
public final class ExecutionViews {
  private final RiderFaces collection;
  private final ExecutionJson json;
  private final ExecutionPictures pictures;
  private final Cases cases;
  private final InstantSource clock;

  ExecutionViews(
      RiderFaces collection,
      ExecutionJson json,
      ExecutionPictures pictures,
      Cases cases,
      InstantSource clock) {
    this.collection = collection;
    this.json = json;
    this.pictures = pictures;
    this.cases = cases;
    this.clock = clock;
  }

  public List<ExecutionRow> rows(List<Execution> executions) {
    Instant now = clock.instant();
    return executions.stream().map(execution -> ExecutionRow.of(execution, now)).toList();
  }

  /** With what there is to be seen of each. */
  List<ListedExecution> listed(List<Execution> executions) {
    Instant now = clock.instant();
    List<ExecutionPictures.Seen> seen = pictures.seen(executions);
    return IntStream.range(0, executions.size())
        .mapToObj(at -> ListedExecution.of(executions.get(at), seen.get(at), now))
        .toList();
  }

  ExecutionView view(Execution execution) {
    Instant now = clock.instant();
    ExecutionPictures.Seen seen = pictures.seen(execution);
    List<Reason> reasons =
        execution.verdict() instanceof Verdict.Rejected rejected ? rejected.reasons() : List.of();
    Map<String, StateView> states = states(execution, now);
    PhotoRef photo = execution.submission().photo();
    return new ExecutionView(
        ListedExecution.of(execution, seen, now),
        Moment.ofNullable(execution.endedAt(), now),
        photo.bucket() + "/" + photo.key(),
        ReasonShown.of(reasons),
        ReasonShown.of(execution.advice()),
        execution.fault(),
        execution.tidy(),
        states,
        states.values().stream().filter(StateView::begun).toList(),
        similar(execution),
        erased(execution),
        about(execution),
        json.input(execution),
        json.output(execution),
        console(execution.heldBy()));
  }

  /** Cases that people decide, on either side of which it is. */
  private List<ExecutionView.About> about(Execution execution) {
    return cases.of(execution.submission().rider()).stream()
        .filter(each -> concerns(each, execution.id()))
        .map(
            each ->
                new ExecutionView.About(
                    each.id().toString(), each.kind().name(), each.state().name()))
        .toList();
  }

  private static boolean concerns(Case of, ExecutionId execution) {
    return of.isAbout(execution)
        || execution.equals(of.again())
        || (of.other() != null && execution.equals(of.other().execution()));
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
    return Resembled.of(execution).stream()
        .map(face -> ResemblanceView.of(face, riderOf(face.face()), pictures.shows(face.face())))
        .toList();
  }

  private static int erased(Execution execution) {
    return execution.steps().stream()
        .mapToInt(
            step -> step.output() instanceof StepOutput.FaceMatches matches ? matches.erased() : 0)
        .sum();
  }

  private @Nullable String riderOf(FaceId face) {
    return collection
        .find(face)
        .map(IndexedFace::externalImageId)
        .map(ExternalImageId::name)
        .orElse(null);
  }
}
