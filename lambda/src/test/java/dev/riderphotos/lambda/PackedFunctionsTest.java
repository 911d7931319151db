package dev.riderphotos.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip that is deployed, run by Lambda's own client as in Lambda. */
class PackedFunctionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ZIP = Path.of(System.getProperty("packed.functions"));
  private static final long MOST_BYTES = 30_000_000;
  private static final String RUN =
      "arn:aws:states:us-east-1:123456789012:execution:rider-photo-processing:run";

  private static final String UNKNOWN =
      "{\"executionArn\":\"%s\",\"input\":{\"executionId\":\"00000000-0000-0000-0000-000000000001\"}}"
          .formatted(RUN);

  @TempDir static Path unpacked;
  private static FakeAws aws;

  @BeforeAll
  static void unpack() throws IOException {
    aws = new FakeAws();
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(
              entry -> {
                Path file = unpacked.resolve(entry.getName());
                try (InputStream from = zip.getInputStream(entry)) {
                  Files.createDirectories(file.getParent());
                  try (OutputStream to = Files.newOutputStream(file)) {
                    long _ = from.transferTo(to);
                  }
                } catch (IOException broken) {
                  throw new UncheckedIOException(broken);
                }
              });
    }
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @Test
  void holdsWhatFunctionsNeedAndNothingElse() throws IOException {
    assertThat(Files.size(ZIP)).isLessThan(MOST_BYTES);
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
    List<JsonNode> answers = answers(state, List.of(UNKNOWN, UNKNOWN));

    assertThat(answers)
        .hasSize(2)
        .allSatisfy(
            answer -> {
              assertThat(answer.path("errorType").asText()).isEqualTo("TakenOverError");
              assertThat(answer.path("stackTrace")).isEmpty();
            });
  }

  @Test
  void aRefusalArrivesUnderItsName() throws IOException {
    String input =
        "{\"executionArn\":\"%s\",\"input\":{\"userId\":\"ada\",\"s3Bucket\":\"rider-photos\",\"s3Key\":\"gone.jpg\"}}"
            .formatted(RUN);
    JsonNode begun = answers("Begin", List.of(input)).getFirst();
    assertThat(begun.path("executionId").asText()).isNotEmpty();

    JsonNode refused =
        answers(
                "FaceDetection",
                List.of("{\"executionArn\":\"%s\",\"input\":%s}".formatted(RUN, begun)))
            .getFirst();

    assertThat(refused.path("errorType").asText()).isEqualTo("PhotoDoesNotMeetRequirementError");
    assertThat(refused.path("errorMessage").asText()).isEqualTo("The photo is not there.");
    assertThat(refused.path("stackTrace")).isEmpty();
  }

  @Test
  void whatNothingCanBeBegunWithIsToldInASentence() throws IOException {
    JsonNode answer =
        answers("Begin", List.of("{\"executionArn\":\"%s\",\"input\":{}}".formatted(RUN)))
            .getFirst();

    assertThat(answer.path("errorType").asText()).isEqualTo("InvalidExecutionInput");
    assertThat(answer.path("errorMessage").asText()).isEqualTo("userId is missing.");
  }

  @Test
  void aBatchOfNothingHasNoFailures() throws IOException {
    assertThat(answers("Events", List.of("{\"Records\":[]}")).getFirst())
        .isEqualTo(JSON.readTree("{\"batchItemFailures\":[]}"));
  }

  private static List<JsonNode> answers(String state, List<String> payloads) throws IOException {
    try (FakeRuntimeApi lambda = new FakeRuntimeApi(payloads)) {
      ProcessBuilder builder =
          new ProcessBuilder(
              ProcessHandle.current().info().command().orElseThrow(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              unpacked
                  + ":"
                  + unpacked.resolve("lib")
                  + "/*:"
                  + jarOf(AWSLambda.class)
                  + ":"
                  + jarOf(PojoSerializer.class),
              AWSLambda.class.getName(),
              "dev.riderphotos.lambda." + state + "Handler::handleRequest");
      builder.environment().putAll(aws.environment());
      builder.environment().put("AWS_LAMBDA_RUNTIME_API", lambda.address());
      Process process =
          builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      var _ = process.onExit().thenRun(lambda::ended);
      try {
        return lambda.answers().stream().map(PackedFunctionsTest::json).toList();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static JsonNode json(byte[] answer) {
    try {
      return JSON.readTree(new String(answer, UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
