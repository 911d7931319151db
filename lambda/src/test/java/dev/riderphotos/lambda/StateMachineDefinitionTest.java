package dev.riderphotos.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.State;
import dev.riderphotos.lambda.testkit.Interpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The state machine as a document: it says what the domain says. */
class StateMachineDefinitionTest {
  private static final int FUNCTION_TIMEOUT = 60;

  private final Map<String, JsonNode> states = states(Interpreter.definition());

  @Test
  void hasAStateForEachOfTheDomain() {
    assertThat(tasks().keySet())
        .containsAll(Arrays.stream(State.values()).map(State::title).toList());
  }

  @Test
  void everyTaskCallsTheFunctionOfItsName() throws ClassNotFoundException {
    for (Map.Entry<String, JsonNode> task : tasks().entrySet()) {
      String name = task.getKey().equals("RiderWasNotTold") ? "Settle" : task.getKey();
      assertThat(task.getValue().path("Resource").asText()).endsWith(":" + name + ":live");
      assertThat(Class.forName("dev.riderphotos.lambda." + name + "Handler")).isPublic();
    }
  }

  @Test
  void everyRefusalOfTheDomainIsCaughtWhereItCanArise() {
    String[] refusals =
        Arrays.stream(RejectionError.values()).map(RejectionError::title).toArray(String[]::new);

    for (String state : List.of("FaceDetection", "CheckFaceDuplicate", "PersistMetadata")) {
      assertThat(texts(state(state).path("Catch").path(0).path("ErrorEquals")))
          .as(state)
          .containsExactlyInAnyOrder(refusals);
    }
    assertThat(state("HowItWent").toString()).contains(refusals);
  }

  @Test
  void everyErrorThatIsNamedHasItsClass() throws ClassNotFoundException {
    for (String error : named()) {
      assertThat(StateError.class).isAssignableFrom(Class.forName(error));
    }
  }

  @Test
  void passingFaultsAreTriedAsOftenAsInOneProcess() {
    for (Map.Entry<String, JsonNode> task : tasks().entrySet()) {
      if (!task.getValue().path("Resource").asText().contains(":Settle:")) {
        JsonNode retry = task.getValue().path("Retry").path(0);
        assertThat(retry.path("MaxAttempts").asInt()).as(task.getKey()).isEqualTo(6);
        assertThat(retry.path("IntervalSeconds").asInt()).isEqualTo(2);
        assertThat(retry.path("BackoffRate").asDouble()).isEqualTo(2);
        assertThat(retry.path("JitterStrategy").asText()).isEqualTo("FULL");
        assertThat(texts(retry.path("ErrorEquals")))
            .contains("BackendUnavailableError", "Lambda.TooManyRequestsException")
            .doesNotContain("BackendFailedError", "States.ALL");
      }
    }
  }

  @Test
  void nothingIsUndoneWhileAFunctionMayRun() {
    assertThat(state("LetFunctionsEnd").path("Seconds").asInt())
        .isGreaterThanOrEqualTo(FUNCTION_TIMEOUT);
    tasks()
        .forEach(
            (name, task) ->
                assertThat(task.path("TimeoutSeconds").asInt())
                    .as(name)
                    .isGreaterThan(FUNCTION_TIMEOUT));
  }

  @Test
  void noStateIsOutOfReach() {
    List<String> reached =
        new ArrayList<>(List.of(Interpreter.definition().path("StartAt").asText()));
    states.values().forEach(state -> state.findValuesAsText("Next").forEach(reached::add));
    states.values().forEach(state -> state.findValuesAsText("Default").forEach(reached::add));
    states.values().forEach(state -> state.findValuesAsText("StartAt").forEach(reached::add));
    assertThat(reached).containsAll(states.keySet());
  }

  private JsonNode state(String name) {
    return states.getOrDefault(name, Interpreter.definition().path("no such state"));
  }

  private Map<String, JsonNode> tasks() {
    Map<String, JsonNode> tasks = new LinkedHashMap<>(states);
    tasks.values().removeIf(state -> !state.path("Type").asText().equals("Task"));
    return tasks;
  }

  /** Those that are ours: Step Functions' and Lambda's have a dot in their names. */
  private List<String> named() {
    return states.values().stream()
        .flatMap(state -> state.findValues("ErrorEquals").stream())
        .flatMap(errors -> texts(errors).stream())
        .filter(error -> !error.contains("."))
        .distinct()
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Map<String, JsonNode> states(JsonNode machine) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    machine
        .path("States")
        .properties()
        .forEach(
            state -> {
              found.put(state.getKey(), state.getValue());
              state.getValue().path("Branches").forEach(branch -> found.putAll(states(branch)));
            });
    return found;
  }
}
