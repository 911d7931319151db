package dev.riderphotos.documents;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Verdict;

/**
 * Executions as JSON, for our own reading only: the domain's records field by field, the sealed
 * ones with their kind.
 */
public final class JournalJson {
  private static final ObjectMapper MAPPER =
      DomainJson.builder()
          .addMixIn(Verdict.class, VerdictKinds.class)
          .addMixIn(StepOutput.class, OutputKinds.class)
          .build();

  private JournalJson() {}

  public static String write(Execution execution) {
    try {
      return MAPPER.writeValueAsString(execution);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An execution is always JSON", impossible);
    }
  }

  public static Execution read(String json) {
    try {
      return MAPPER.readValue(json, Execution.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("The journal holds what we did not write", damaged);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Verified.class, name = "verified"),
    @JsonSubTypes.Type(value = Verdict.Rejected.class, name = "rejected")
  })
  private interface VerdictKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = StepOutput.DetectedFaces.class, name = "detectedFaces"),
    @JsonSubTypes.Type(value = StepOutput.FaceMatches.class, name = "faceMatches"),
    @JsonSubTypes.Type(value = StepOutput.AddedFace.class, name = "faceRecord"),
    @JsonSubTypes.Type(value = StepOutput.Thumbnail.class, name = "thumbnail"),
    @JsonSubTypes.Type(value = StepOutput.Profile.class, name = "profile"),
    @JsonSubTypes.Type(value = StepOutput.MessageToSend.class, name = "messageToSend")
  })
  private interface OutputKinds {}
}
