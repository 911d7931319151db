package dev.riderphotos.aws.stepfunctions;

import dev.riderphotos.aws.AwsUse;
import java.util.Set;

/** Says what is asked of state machines. */
final class StepFunctionsUses {
  private StepFunctionsUses() {}

  static AwsUse described(StateMachineArn machine) {
    return new AwsUse(
        "StateMachine", Set.of("states:DescribeStateMachine"), Set.of(machine.value()));
  }
}
