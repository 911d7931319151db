package dev.riderphotos.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riderphotos.lambda.testkit.PackedFunction;
import dev.riderphotos.lambda.testkit.TaskError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip that is deployed, run by Lambda's own client as in Lambda. */
class PackedFunctionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MOST_BYTES = 30_000_000;
  private static final String RUN =
      "arn:aws:states:us-east-1:123456789012:execution:rider-photo-processing:run";

  private static final JsonNode UNKNOWN =
      JSON.createObjectNode()
          .put("executionArn", RUN)
          .set(
              "input",
              JSON.createObjectNode().put("executionId", "00000000-0000-0000-0000-000000000001"));

  @TempDir static Path unpacked;
  private static FakeAws aws;

  @BeforeAll
  static void unpack() throws IOException {
    aws = new FakeAws();
    PackedFunction.unpack(unpacked);
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @Test
  void holdsWhatFunctionsNeedAndNothingElse() throws IOException {
    assertThat(Files.size(PackedFunction.ZIP)).isLessThan(MOST_BYTES);
    try (Stream<Path> jars = Files.list(unpacked.resolve("lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .noneMatch(
              jar -> jar.matches("(micronaut|netty|onnxruntime|face-engine|adapters-web|sqlite).*"))
          .anyMatch(jar -> jar.startsWith("domain"))
          .anyMatch(jar -> jar.startsWith("rekognition"));
    }
    assertThat(unpacked.resolve("PhotoDoesNotMeetRequirementError.class")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FaceDetection",
        "CheckFaceDuplicate",
        "AddFaceToIndex",
        "Thumbnail",
        "PersistMetadata",
        "PhotoDoesNotMeetRequirement",
        "Settle"
      })
  void aFunctionAnswersThatAnExecutionIsNotItsOwn(String state) throws IOException {
    try (PackedFunction function = start(state)) {
      for (int call = 0; call < 2; call++) {
        assertThatThrownBy(() -> function.call(UNKNOWN)).satisfies(named("TakenOverError"));
      }
    }
  }

  @Test
  void aRefusalArrivesUnderItsName() throws IOException {
    ObjectNode detection = JSON.createObjectNode().put("executionArn", RUN);
    try (PackedFunction begin = start("Begin")) {
      JsonNode begun =
          begin.call(
              payload("{\"userId\":\"ada\",\"s3Bucket\":\"rider-photos\",\"s3Key\":\"gone.jpg\"}"));
      assertThat(begun.path("executionId").asText()).isNotEmpty();
      detection.set("input", begun);
    }
    try (PackedFunction function = start("FaceDetection")) {
      assertThatThrownBy(() -> function.call(detection))
          .satisfies(named("PhotoDoesNotMeetRequirementError"))
          .hasMessage("The photo is not there.");
    }
  }

  @Test
  void whatNothingCanBeBegunWithIsToldInASentence() throws IOException {
    try (PackedFunction begin = start("Begin")) {
      assertThatThrownBy(() -> begin.call(payload("{}")))
          .satisfies(named("InvalidExecutionInput"))
          .hasMessage("userId is missing.");
    }
  }

  @Test
  void aBatchOfNothingHasNoFailures() throws IOException {
    try (PackedFunction events = start("Events")) {
      assertThat(events.call(JSON.readTree("{\"Records\":[]}")))
          .isEqualTo(JSON.readTree("{\"batchItemFailures\":[]}"));
    }
  }

  private static PackedFunction start(String state) throws IOException {
    return PackedFunction.start(unpacked, state, aws.environment(), List.of());
  }

  private static ObjectNode payload(String input) throws IOException {
    ObjectNode payload = JSON.createObjectNode().put("executionArn", RUN);
    payload.set("input", JSON.readTree(input));
    return payload;
  }

  private static ThrowingConsumer<Throwable> named(String error) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(
                TaskError.class, failed -> assertThat(failed.error()).isEqualTo(error));
  }
}
