package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.StepOutput.Resemblance;
import dev.riderphotos.face.FaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The registered faces that an execution found to be like the photo's. */
final class Resembled {
  private Resembled() {}

  /** The most similar first; each once. */
  static List<Resemblance> of(Execution execution) {
    Map<FaceId, Resemblance> faces = new LinkedHashMap<>();
    execution.steps().stream()
        .flatMap(Resembled::faces)
        .forEach(face -> faces.putIfAbsent(face.face(), face));
    return List.copyOf(faces.values());
  }

  private static Stream<Resemblance> faces(Step step) {
    return switch (step.output()) {
      case StepOutput.FaceMatches(List<Resemblance> matches, _, _, _) -> matches.stream();
      case StepOutput.AddedFace(_, var nearest) -> Stream.ofNullable(nearest);
      case null, default -> Stream.empty();
    };
  }
}
