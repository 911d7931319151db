package dev.riderphotos.acceptance.aws;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.Stack;
import dev.riderphotos.app.testkit.Template;
import dev.riderphotos.aws.testkit.Permission;
import dev.riderphotos.aws.testkit.RecordedCalls;
import dev.riderphotos.aws.testkit.RecordingStepFunctions.Run;
import dev.riderphotos.lambda.testkit.Interpreter;
import dev.riderphotos.lambda.testkit.PackedFunction;
import dev.riderphotos.lambda.testkit.StatusChange;
import dev.riderphotos.lambda.testkit.TaskError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * A stack, as far as it runs: its state machine is interpreted, and its functions come out of the
 * zip that is deployed, each in a process of its own with the variables that the template gives it.
 * A process starts when it is called first.
 */
final class DeployedFunctions implements BeforeAllCallback, AfterAllCallback {
  static final String MACHINE =
      "arn:aws:states:%s:%s:stateMachine:%s".formatted(Stack.REGION, Stack.ACCOUNT, Stack.NAME);

  /** Where tests have AWS, by the SDK's own names of a service for the JVM and the environment. */
  private static final Map<String, String> ENDPOINTS =
      Map.of(
          "S3", "S3",
          "DynamoDb", "DYNAMODB",
          "Sqs", "SQS",
          "SesV2", "SESV2",
          "Rekognition", "REKOGNITION");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> more;
  private final Map<String, PackedFunction> functions = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private @Nullable Path folder;
  private @Nullable Stack stack;

  /**
   * With variables besides the template's.
   *
   * @param more by the names of the settings in the environment
   */
  DeployedFunctions(Map<String, String> more) {
    this.more = Map.copyOf(more);
  }

  /**
   * What went into a state, and came of it.
   *
   * @param answer the function's, or {@code {"errorType","errorMessage"}}
   */
  record Call(String run, String state, JsonNode input, JsonNode answer) {}

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    stack = new Stack(Template.read());
    folder = Files.createTempDirectory("rider-photos-stack");
    Files.createDirectory(zip());
    PackedFunction.unpack(zip());
    AwsServer.ses().verify(Stack.SENDER);
    AwsServer.stepFunctions().deploy(MACHINE);
    AwsServer.stepFunctions().eachRun(this::run);
    AwsServer.stepFunctions().eachStop(Interpreter.get()::stop);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    functions.values().forEach(PackedFunction::close);
    Folders.delete(requireNonNull(folder));
  }

  /** The settings that `aws settings` prints for a server beside the stack. */
  static Map<String, Object> settingsOfServer() throws IOException {
    Map<String, Object> settings = new HashMap<>(new Stack(Template.read()).settings());
    settings.put("workflow", "step-functions");
    settings.put("aws.state-machine", MACHINE);
    return settings;
  }

  /** All calls of a run, in the order of their answers. */
  List<Call> calls(String run) {
    return calls.stream().filter(call -> call.run().equals(run)).toList();
  }

  /** Calls a function as the state machine does. */
  JsonNode call(String state, JsonNode payload) {
    return function(state).call(payload);
  }

  /** The functions that were called until now. */
  Set<String> started() {
    return Set.copyOf(functions.keySet());
  }

  /** What the calls of a function needed until now. */
  Set<Permission> used(String function) throws IOException {
    return RecordedCalls.of(recording(function));
  }

  private void run(Run run) {
    JsonNode input = json(run.input());
    Interpreter.End end =
        Interpreter.get()
            .run(run.arn(), input, (state, payload) -> seen(run.arn(), state, payload));
    if (!end.succeeded()) {
      boolean stopped = end.told().path("ended").asText().endsWith("Aborted");
      String status = stopped ? "ABORTED" : "FAILED";
      JsonNode _ = function("Settle").call(StatusChange.event(run.arn(), status, run.input()));
    }
  }

  private JsonNode seen(String run, String state, JsonNode payload) {
    try {
      JsonNode answer = call(state, payload);
      calls.add(new Call(run, state, payload.path("input"), answer));
      return answer;
    } catch (TaskError failure) {
      ObjectNode error =
          JSON.createObjectNode()
              .put("errorType", failure.error())
              .put("errorMessage", failure.message());
      calls.add(new Call(run, state, payload.path("input"), error));
      throw failure;
    }
  }

  private PackedFunction function(String state) {
    String function = state.equals("RiderWasNotTold") ? "Settle" : state;
    return functions.computeIfAbsent(function, this::started);
  }

  private PackedFunction started(String function) {
    try {
      Map<String, String> environment = environment();
      environment.put(RecordedCalls.FILE, recording(function).toString());
      return PackedFunction.start(
          zip(),
          function,
          environment,
          List.of(
              DeployedFunctions.class,
              RecordedCalls.class,
              SecretsManagerClient.class,
              SfnClient.class));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(requireNonNull(stack).environment());
    environment.putAll(more);
    ENDPOINTS.forEach(
        (property, variable) ->
            environment.put(
                "AWS_ENDPOINT_URL_" + variable,
                requireNonNull(System.getProperty("aws.endpointUrl" + property))));
    environment.put("AWS_REGION", Stack.REGION);
    environment.put("AWS_ACCESS_KEY_ID", requireNonNull(System.getProperty("aws.accessKeyId")));
    environment.put(
        "AWS_SECRET_ACCESS_KEY", requireNonNull(System.getProperty("aws.secretAccessKey")));
    return environment;
  }

  private Path zip() {
    return requireNonNull(folder).resolve("zip");
  }

  private Path recording(String function) {
    return requireNonNull(folder).resolve(function + ".calls");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }
}
