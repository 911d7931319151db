package dev.riderphotos.aws.stepfunctions;

import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsUse;
import java.util.List;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;

/** The state machine, which is there once it was deployed with all that it calls. */
public final class DeployedStateMachine implements AwsResource {
  private final SfnClient client;
  private final StateMachineArn machine;

  public DeployedStateMachine(SfnClient client, StateMachineArn machine) {
    this.client = client;
    this.machine = machine;
  }

  @Override
  public Part check() {
    return AwsParts.check(
        "state machine %s (aws deploy makes it)".formatted(machine.value()), this::isThere);
  }

  /** It is of no use without its functions: nothing of it is made here. */
  @Override
  public List<Part> create() {
    return List.of(check());
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(StepFunctionsUses.described(machine));
  }

  @Override
  public List<AwsUse> makes() {
    return List.of();
  }

  private boolean isThere() {
    try {
      return client
              .describeStateMachine(request -> request.stateMachineArn(machine.value()))
              .status()
          == StateMachineStatus.ACTIVE;
    } catch (StateMachineDoesNotExistException absent) {
      return false;
    }
  }
}
