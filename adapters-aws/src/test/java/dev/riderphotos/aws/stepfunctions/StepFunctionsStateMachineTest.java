package dev.riderphotos.aws.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResource.State;
import dev.riderphotos.aws.testkit.RecordingStepFunctions;
import dev.riderphotos.aws.testkit.RecordingStepFunctions.Run;
import dev.riderphotos.aws.testkit.SdkClients;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Riders;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

class StepFunctionsStateMachineTest {
  private static final StateMachineArn MACHINE = machine("rider-photos");
  private static final ExecutionId ID = ExecutionId.of("3f2a91c0-5d0e-4a86-9d5e-0d5f3e3f2b11");

  private final RecordingStepFunctions recording = RecordingStepFunctions.start();
  private final CountDownLatch end = new CountDownLatch(1);
  private final SdkClients clients = new SdkClients();
  private final SfnClient client =
      clients
          .configure(SfnClient.builder())
          .region(Region.EU_CENTRAL_1)
          .endpointOverride(recording.endpoint())
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("rider", "photos")))
          .build();
  private final StepFunctionsStateMachine stepFunctions =
      new StepFunctionsStateMachine(client, MACHINE);

  @BeforeEach
  void deploy() {
    recording.deploy(MACHINE.value());
    recording.eachRun(_ -> awaitEnd());
  }

  @AfterEach
  void close() {
    end.countDown();
    client.close();
    clients.close();
    recording.close();
  }

  @Test
  void aRunIsCalledByTheExecutionAndTheAttempt() {
    assertThat(stepFunctions.arn(ID, 0).value())
        .isEqualTo("arn:aws:states:eu-central-1:123456789012:execution:rider-photos:" + ID + "-1");
    assertThat(stepFunctions.arn(ID, 3).value()).endsWith(":" + ID + "-4");
  }

  @Test
  void aRunIsGivenTheRiderAndThePhotoAndNothingElse() {
    stepFunctions.start(execution(stepFunctions.arn(ID, 0)));

    assertThat(recording.runs())
        .containsExactly(
            new Run(
                stepFunctions.arn(ID, 0).value(),
                "{\"executionId\":\"%s\",\"userId\":\"ada\",".formatted(ID)
                    + "\"s3Bucket\":\"rider-photos\",\"s3Key\":\"riders/ä + %/1.jpg\"}"));
  }

  @Test
  void whoAsksTwiceStartsOnce() {
    Execution execution = execution(stepFunctions.arn(ID, 0));

    List<Integer> askers =
        Concurrently.call(
            8,
            number -> {
              stepFunctions.start(execution);
              return number;
            });

    assertThat(askers).hasSize(8);
    assertThat(recording.runs()).hasSize(1);
  }

  @Test
  void oneThatHasEndedIsNotStartedAgain() {
    Execution execution = execution(stepFunctions.arn(ID, 0));
    stepFunctions.start(execution);
    stepFunctions.stop(stepFunctions.arn(ID, 0), "the rider is erased");

    stepFunctions.start(execution);

    assertThat(recording.runs()).hasSize(1);
    assertThat(recording.stopped()).hasSize(1);
  }

  @Test
  void aRunOfAnEarlierStateMachineIsStartedThere() {
    StateMachineArn earlier = machine("earlier");
    recording.deploy(earlier.value());

    stepFunctions.start(execution(earlier.run("x")));

    assertThat(recording.runs()).extracting(Run::arn).containsExactly(earlier.run("x").value());
  }

  @Test
  void whatRunsIsStoppedAndSaysWhy() {
    ExecutionArn run = stepFunctions.arn(ID, 0);
    stepFunctions.start(execution(run));

    stepFunctions.stop(run, "the rider is erased");
    stepFunctions.stop(run, "once more");

    assertThat(recording.stopped()).containsEntry(run.value(), "the rider is erased").hasSize(1);
  }

  @Test
  void stoppingWhatNeverBeganIsHarmless() {
    stepFunctions.stop(stepFunctions.arn(ID, 0), "the rider is erased");

    assertThat(recording.stopped()).isEmpty();
  }

  @Test
  void aStateMachineThatIsGoneIsAFaultForGood() {
    StepFunctionsStateMachine gone = new StepFunctionsStateMachine(client, machine("gone"));

    stepFunctions.check();
    assertThatThrownBy(gone::check)
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isFalse());
    assertThatThrownBy(() -> gone.start(execution(gone.arn(ID, 0))))
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isFalse());
  }

  @Test
  void aServiceThatIsGoneMayComeBack() {
    recording.close();

    assertThatThrownBy(() -> stepFunctions.start(execution(stepFunctions.arn(ID, 0))))
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isTrue());
  }

  @Test
  void itIsThereOnceItIsDeployedAndMadeNowhereElse() {
    DeployedStateMachine there = new DeployedStateMachine(client, MACHINE);
    DeployedStateMachine missing = new DeployedStateMachine(client, machine("missing"));

    assertThat(there.check().state()).isEqualTo(State.THERE);
    assertThat(missing.create()).extracting(Part::state).containsExactly(State.MISSING);
    assertThat(missing.check().name()).contains(machine("missing").value(), "aws deploy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rider-photos",
        "arn:aws:states:eu-central-1:123456789012:execution:rider-photos:1",
        "arn:aws:states:eu-central-1:123456789012:stateMachine:rider-photos:live",
        "arn:aws:states:eu-central-1:12:stateMachine:rider-photos",
        "arn:aws:lambda:eu-central-1:123456789012:function:rider-photos"
      })
  void whatNamesNoStateMachineIsRefused(String arn) {
    assertThatIllegalArgumentException().isThrownBy(() -> new StateMachineArn(arn));
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static StateMachineArn machine(String name) {
    return new StateMachineArn("arn:aws:states:eu-central-1:123456789012:stateMachine:" + name);
  }

  private static Execution execution(ExecutionArn run) {
    Submission submission =
        new Submission(
            Riders.ada(),
            new PhotoRef("rider-photos", "riders/ä + %/1.jpg"),
            true,
            new EmailAddress("ada@example.com"));
    return Execution.started(ID, submission, Instant.EPOCH).heldBy(run);
  }
}
