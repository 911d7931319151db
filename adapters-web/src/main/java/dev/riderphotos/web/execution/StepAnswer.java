package dev.riderphotos.web.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.StepOutput.Resemblance;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderProfile;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One state's part of an execution. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepAnswer(
    String name,
    Step.Outcome status,
    Instant startedAt,
    @Nullable Instant endedAt,
    int attempts,
    @Nullable Map<String, Object> output,
    @Nullable String error) {

  /** Tells what the rider may know. */
  static StepAnswer of(Step step) {
    return of(step, output(step.output()));
  }

  /** Tells also what is suspected, and of the faces of other riders that look like this one. */
  public static StepAnswer whole(Step step) {
    return switch (step.output()) {
      case StepOutput.DetectedFaces(List<FaceDetail> faces, _) ->
          of(step, Map.of("faces", faces.stream().map(FaceAnswer::whole).toList()));
      case StepOutput.FaceMatches compared -> of(step, output(compared));
      case StepOutput.AddedFace _,
          StepOutput.Thumbnail _,
          StepOutput.Profile _,
          StepOutput.MessageToSend _ ->
          of(step);
      case null -> of(step);
    };
  }

  private static Map<String, Object> output(StepOutput.FaceMatches compared) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("faceMatches", compared.matches().stream().map(MatchAnswer::of).toList());
    if (compared.own() != null) {
      output.put("ownSimilarity", compared.own());
    }
    if (compared.erased() > 0) {
      output.put("erased", compared.erased()); // it resembled somebody who was erased
    }
    return output;
  }

  private static StepAnswer of(Step step, @Nullable Map<String, Object> output) {
    return new StepAnswer(
        step.state().title(),
        step.outcome(),
        step.startedAt(),
        step.endedAt(),
        step.attempts(),
        output,
        step.error());
  }

  private static @Nullable Map<String, Object> output(@Nullable StepOutput output) {
    return switch (output) {
      case null -> null;
      case StepOutput.DetectedFaces(List<FaceDetail> faces, _) ->
          Map.of("faces", faces.stream().map(FaceAnswer::of).toList());
      case StepOutput.FaceMatches _ -> null; // concerns other riders
      case StepOutput.AddedFace(IndexedFace face, _) -> Map.of("face", IndexedFaceAnswer.of(face));
      case StepOutput.Thumbnail(PhotoRef thumbnail) ->
          Map.of("thumbnail", PhotoAnswer.of(thumbnail));
      case StepOutput.Profile(RiderProfile profile) -> Map.of("profile", ProfileAnswer.of(profile));
      case StepOutput.MessageToSend(String title, String message) ->
          Map.of("messageToSend", new MessageAnswer(title, message));
    };
  }

  /** A registered face that is like the one in the photo, by 0 to 100. */
  @Serdeable
  record MatchAnswer(String faceId, double similarity, boolean duplicate) {
    static MatchAnswer of(Resemblance face) {
      return new MatchAnswer(face.face().value(), face.similarity(), face.duplicate());
    }
  }

  /** What a rider was told, as the reference has it. */
  @Serdeable
  record MessageAnswer(String title, String message) {}
}
