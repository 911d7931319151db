package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.StepOutput.Resemblance;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.rider.RiderProfile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells executions with the ids that their faces have now: journals keep those of the day, and
 * faces may have been moved since.
 */
@Singleton
final class PresentFaces {
  private final LiveCollections live;
  private final FaceCounterparts counterparts;

  PresentFaces(LiveCollections live, FaceCounterparts counterparts) {
    this.live = live;
    this.counterparts = counterparts;
  }

  Execution in(Execution execution) {
    return in(List.of(execution)).getFirst();
  }

  List<Execution> in(List<Execution> executions) {
    Set<FaceId> named =
        executions.stream().flatMap(PresentFaces::faces).collect(Collectors.toSet());
    if (named.isEmpty()) {
      return executions;
    }
    Map<FaceId, FaceId> present = counterparts.in(live.of(Role.RIDERS), named);
    return present.isEmpty()
        ? executions
        : executions.stream()
            .map(execution -> told(execution, face -> present.getOrDefault(face, face)))
            .toList();
  }

  private static Stream<FaceId> faces(Execution execution) {
    Stream<FaceId> verified =
        execution.verdict() instanceof Verdict.Verified(FaceId face, _)
            ? Stream.of(face)
            : Stream.empty();
    return Stream.concat(verified, execution.steps().stream().flatMap(PresentFaces::faces));
  }

  private static Stream<FaceId> faces(Step step) {
    return switch (step.output()) {
      case StepOutput.AddedFace(IndexedFace face, var nearest) ->
          Stream.concat(Stream.of(face.id()), Stream.ofNullable(nearest).map(Resemblance::face));
      case StepOutput.Profile(RiderProfile profile) -> Stream.of(profile.face());
      case StepOutput.FaceMatches(List<Resemblance> matches, _, _, _) ->
          matches.stream().map(Resemblance::face);
      case StepOutput.DetectedFaces _, StepOutput.Thumbnail _, StepOutput.MessageToSend _ ->
          Stream.empty();
      case null -> Stream.empty();
    };
  }

  private static Execution told(Execution execution, UnaryOperator<FaceId> present) {
    Execution told = execution;
    for (Step step : execution.steps()) {
      told = told.with(step.leaving(output(step, present)));
    }
    return execution.verdict() instanceof Verdict.Verified(FaceId face, var thumbnail)
        ? told.decided(new Verdict.Verified(present.apply(face), thumbnail))
        : told;
  }

  private static Resemblance present(Resemblance match, UnaryOperator<FaceId> present) {
    return new Resemblance(present.apply(match.face()), match.similarity(), match.duplicate());
  }

  private static @Nullable StepOutput output(Step step, UnaryOperator<FaceId> present) {
    return switch (step.output()) {
      case StepOutput.AddedFace(IndexedFace face, var nearest) ->
          new StepOutput.AddedFace(
              face.as(present.apply(face.id())),
              nearest == null ? null : present(nearest, present));
      case StepOutput.Profile(RiderProfile profile) ->
          new StepOutput.Profile(profile.with(present.apply(profile.face())));
      case StepOutput.FaceMatches(
              List<Resemblance> matches,
              boolean mayReplace,
              var own,
              int erased) ->
          new StepOutput.FaceMatches(
              matches.stream().map(match -> present(match, present)).toList(),
              mayReplace,
              own,
              erased);
      case null, default -> step.output();
    };
  }
}
