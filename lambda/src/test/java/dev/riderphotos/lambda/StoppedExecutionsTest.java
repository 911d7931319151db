package dev.riderphotos.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.lambda.testkit.StatusChange;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executions that are stopped from outside, and functions that answer after they were settled. */
class StoppedExecutionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> IN_ORDER =
      List.of(
          "Begin",
          "FaceDetection",
          "CheckFaceDuplicate",
          "AddFaceToIndex",
          "Thumbnail",
          "PersistMetadata",
          "Settle");

  private final Verifications verifications = new Verifications();
  private final StateFunctions functions =
      new StateFunctions(
          verifications.ports().separateStates(Verifications.AS_IN_THE_REFERENCE), "rider-photos");
  private final Execution submitted = verifications.submit(Riders.ada(), Photos.oneFace(), false);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void howeverFarItCameItIsSettledAndGoesThroughLater(int states) {
    IN_ORDER.subList(0, states).forEach(this::call);

    settleStopped();

    Execution ended = found();
    assertThat(ended.status()).isEqualTo(states < 6 ? Status.FAILED : Status.VERIFIED);
    assertThat(ended.unfinished()).isFalse();
    Consistency.holds(verifications);
    if (ended.status() == Status.FAILED) {
      assertThat(verifications.verification().redrive(ended.id()))
          .isInstanceOf(Redrive.Redriven.class);
      assertThat(verifications.run(ended).status()).isEqualTo(Status.VERIFIED);
      Consistency.holds(verifications);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FaceDetection",
        "CheckFaceDuplicate",
        "AddFaceToIndex",
        "Thumbnail",
        "PersistMetadata"
      })
  void aFunctionThatIsCalledAfterwardsLeavesNothing(String state) {
    IN_ORDER.subList(0, IN_ORDER.indexOf(state)).forEach(this::call);
    settleStopped();

    assertThatThrownBy(() -> call(state)).isInstanceOf(TakenOverException.class);

    assertThat(found().status()).isEqualTo(Status.FAILED);
    Consistency.holds(verifications);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AddFaceToIndex", "Thumbnail"})
  void whatAFunctionDidMeanwhileIsUndone(String state) {
    IN_ORDER.subList(0, IN_ORDER.indexOf(state)).forEach(this::call);
    verifications.swap(
        ports ->
            state.equals("Thumbnail")
                ? ports.withThumbnailer(
                    (picture, side) -> {
                      settleStopped();
                      return ports.thumbnailer().thumbnail(picture, side);
                    })
                : ports.withDetector(
                    (picture, ref) -> {
                      settleStopped();
                      return ports.detector().detect(picture, ref);
                    }));
    StateFunctions slow =
        new StateFunctions(
            verifications.ports().separateStates(Verifications.AS_IN_THE_REFERENCE),
            "rider-photos");

    assertThatThrownBy(() -> apply(slow, state)).isInstanceOf(TakenOverException.class);

    assertThat(found().status()).isEqualTo(Status.FAILED);
    assertThat(found().unfinished()).isFalse();
    Consistency.holds(verifications);
  }

  private void settleStopped() {
    var _ =
        functions.settle(
            StatusChange.event(
                run().value(), "ABORTED", StateMachineUnderTest.input(submitted).toString()));
  }

  private void call(String state) {
    apply(functions, state);
  }

  private void apply(StateFunctions called, String state) {
    ObjectNode payload = JSON.createObjectNode().put("executionArn", run().value());
    payload.set("input", StateMachineUnderTest.input(submitted));
    JsonNode _ = Functions.call(called, state, payload);
  }

  private ExecutionArn run() {
    return Objects.requireNonNull(submitted.heldBy());
  }

  private Execution found() {
    return verifications.executions().find(submitted.id()).orElseThrow();
  }
}
