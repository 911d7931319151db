package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.stepfunctions.DeployedStateMachine;
import dev.riderphotos.aws.stepfunctions.StateMachineArn;
import dev.riderphotos.aws.stepfunctions.StepFunctionsStateMachine;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Objects;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Has executions run by AWS Step Functions. */
@Factory
@Requires(property = Adapters.WORKFLOW, value = StepFunctionsFactory.NAME)
final class StepFunctionsFactory {
  static final String NAME = "step-functions";

  @Singleton
  StateMachineArn machine(Settings.Aws aws) {
    String arn = Objects.requireNonNull(aws.stateMachine()); // refused before if it is not set
    return Settings.valid(Adapters.STATE_MACHINE, () -> new StateMachineArn(arn));
  }

  @Singleton
  StepFunctionsStateMachine stepFunctions(SfnClient client, StateMachineArn machine) {
    return new StepFunctionsStateMachine(client, machine);
  }

  @Singleton
  @Named("stepfunctions")
  AwsResources deployed(SfnClient client, StateMachineArn machine) {
    return AwsResources.of(new DeployedStateMachine(client, machine));
  }
}
