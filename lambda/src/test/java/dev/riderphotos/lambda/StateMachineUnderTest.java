package dev.riderphotos.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.StateMachine;
import dev.riderphotos.lambda.testkit.Interpreter;
import dev.riderphotos.lambda.testkit.StatusChange;
import dev.riderphotos.photo.PhotoRef;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Step Functions as far as executions see it: of one name there is one run, which has ended when
 * starting it returns; of one that did not succeed EventBridge tells.
 */
final class StateMachineUnderTest implements StateMachine {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Runs that were started, in all tests: names are unique. */
  private static final Set<ExecutionArn> STARTED = ConcurrentHashMap.newKeySet();

  private final StateFunctions functions;

  StateMachineUnderTest(StateFunctions functions) {
    this.functions = functions;
  }

  @Override
  public ExecutionArn arn(ExecutionId id, int redrives) {
    return Functions.run(id + "-" + (redrives + 1));
  }

  @Override
  public void start(Execution execution) {
    ExecutionArn run = execution.heldBy();
    if (run == null) {
      throw new IllegalArgumentException("No run is named");
    }
    JsonNode input = input(execution);
    if (STARTED.add(run)) {
      Interpreter.End end = Interpreter.get().run(run.value(), input, Functions.tasks(functions));
      if (!end.succeeded()) {
        settle(run, input);
      }
    } else {
      settle(run, input); // told once more
    }
  }

  @Override
  public void stop(ExecutionArn run, String cause) {
    Interpreter.get().stop(run.value());
  }

  /** As EventBridge tells of a run that did not succeed; what fails then lies with the dead. */
  private void settle(ExecutionArn run, JsonNode input) {
    try {
      var _ = functions.settle(StatusChange.event(run.value(), "FAILED", input.toString()));
    } catch (RuntimeException _) {
      // It lies in the dead-letter queue until somebody has it told again.
    }
  }

  static JsonNode input(Execution execution) {
    PhotoRef photo = execution.submission().photo();
    return JSON.createObjectNode()
        .put("executionId", execution.id().toString())
        .put("userId", execution.submission().rider().value())
        .put("s3Bucket", photo.bucket())
        .put("s3Key", photo.key());
  }
}
