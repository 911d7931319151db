package dev.riderphotos.aws.stepfunctions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.StateMachine;
import dev.riderphotos.execution.Submission;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A Standard state machine of AWS Step Functions. A run is called by the execution's id and the
 * attempt, and of one name Step Functions starts one in 90 days: so who asks twice starts once.
 * What it is given stays in its history for as long, and names the rider and the photo alone.
 */
public final class StepFunctionsStateMachine implements StateMachine, HealthChecked, UsesAws {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SfnClient client;
  private final StateMachineArn machine;

  public StepFunctionsStateMachine(SfnClient client, StateMachineArn machine) {
    this.client = client;
    this.machine = machine;
  }

  @Override
  public ExecutionArn arn(ExecutionId id, int redrives) {
    return machine.run("%s-%d".formatted(id, redrives + 1));
  }

  /** The run that the journal names may be one of another state machine, used before this one. */
  @Override
  public void start(Execution execution) {
    ExecutionArn run = Objects.requireNonNull(execution.heldBy(), "no state machine holds it");
    var _ = AwsFaults.during("start a run of the state machine", () -> start(execution, run));
  }

  private boolean start(Execution execution, ExecutionArn run) {
    try {
      var _ =
          client.startExecution(
              request ->
                  request
                      .stateMachineArn(StateMachineArn.of(run).value())
                      .name(run.value().substring(run.value().lastIndexOf(':') + 1))
                      .input(input(execution)));
      return true;
    } catch (ExecutionAlreadyExistsException asked) {
      return false; // it has ended, or was begun by an event, whose input is another
    }
  }

  /** Nothing else may stand in it: nobody can delete it from the run's history. */
  private static String input(Execution execution) {
    Submission submission = execution.submission();
    ObjectNode input = JSON.createObjectNode();
    input.put("executionId", execution.id().toString());
    input.put("userId", submission.rider().value());
    input.put("s3Bucket", submission.photo().bucket());
    input.put("s3Key", submission.photo().key());
    return input.toString();
  }

  @Override
  public void stop(ExecutionArn run, String cause) {
    var _ = AwsFaults.during("stop a run of the state machine", () -> stopIfRunning(run, cause));
  }

  /** What is said of a run that has ended is not told, so it is looked at before. */
  private boolean stopIfRunning(ExecutionArn run, String cause) {
    try {
      boolean running =
          client.describeExecution(request -> request.executionArn(run.value())).status()
              == ExecutionStatus.RUNNING;
      if (running) {
        var _ = client.stopExecution(request -> request.executionArn(run.value()).cause(cause));
      }
      return running;
    } catch (ExecutionDoesNotExistException neverBegan) {
      return false;
    }
  }

  @Override
  public String name() {
    return "state machine (Step Functions)";
  }

  @Override
  public void check() {
    var _ =
        AwsFaults.during(
            "reach the state machine",
            () -> client.describeStateMachine(request -> request.stateMachineArn(machine.value())));
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        StepFunctionsUses.described(machine),
        new AwsUse("StartRuns", Set.of("states:StartExecution"), Set.of(machine.value())),
        new AwsUse(
            "StopRuns",
            AwsUse.actions("states", "DescribeExecution", "StopExecution"),
            Set.of(machine.runs() + "*")));
  }
}
