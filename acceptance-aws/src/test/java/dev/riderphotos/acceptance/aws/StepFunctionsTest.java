package dev.riderphotos.acceptance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.server.BackgroundWork;
import dev.riderphotos.app.server.EventDelivery;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.app.wiring.AwsAccount;
import dev.riderphotos.app.wiring.AwsPermissions;
import dev.riderphotos.app.wiring.MissingOnAwsException;
import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResource.State;
import dev.riderphotos.aws.rekognition.RekognitionStoredPrints;
import dev.riderphotos.aws.testkit.Permission;
import dev.riderphotos.aws.testkit.RecordedCalls;
import dev.riderphotos.aws.testkit.RecordingStepFunctions.Run;
import dev.riderphotos.event.Bucket;
import dev.riderphotos.event.Buckets;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.OpenCases;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.verification.SeparateStates;
import dev.riderphotos.verification.SeparateStates.Hold;
import dev.riderphotos.verification.SeparateStates.Result;
import dev.riderphotos.verification.WorkflowStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A server that has Step Functions run verifications answers as one that runs them itself. Its Step
 * Functions is one of the tests' own, which goes through the domain's states one by one and knows
 * of an execution what the journal tells.
 */
class StepFunctionsTest {
  private static final String MACHINE =
      "arn:aws:states:eu-central-1:123456789012:stateMachine:rider-photos";
  private static final String MACHINE_OF_OTHERS = MACHINE + "-of-others";

  /** Before the server starts, which refuses a state machine that is not there. */
  @RegisterExtension
  @Order(1)
  static final BeforeAllCallback DEPLOYED = _ -> AwsServer.stepFunctions().deploy(MACHINE);

  @RegisterExtension
  @Order(2)
  static final AwsServer AWS =
      new AwsServer(Map.of("workflow", "step-functions", "aws.state-machine", MACHINE));

  @RegisterExtension private final Console console = new Console();
  @TempDir private Path folder;

  @BeforeEach
  void everyRunGoesThroughTheStates() {
    AwsServer.stepFunctions().eachRun(run -> verify(hold(run)));
    AwsServer.stepFunctions().eachStop(_ -> {});
  }

  @Test
  void whoWaitsIsToldTheEndThatTheStateMachineWrote() {
    Answer verified = upload("waiting", Photos.of(Person.named().get(0))).isVerified();

    assertThat(runsOf(verified)).containsExactly(arn(verified, 1));
    assertThat(AWS.client().get("/v1/riders/waiting").at("faceId"))
        .isEqualTo(verified.at("faceId"));
  }

  @Test
  void aRefusedPhotoIsToldWithItsReasons() {
    Answer refused = upload("refused", Photos.nobody());

    assertThat(refused.at("status")).as(refused.text()).isEqualTo("REJECTED");
    assertThat(refused.at("reasons/0/code")).isEqualTo("FACE_COUNT");
  }

  @Test
  void whoDoesNotWaitSeesItGoOn() {
    Answer begun =
        AWS.client()
            .post(
                Client.photoOf("watching"),
                new Form().file("photo", "me.jpg", Photos.of(Person.named().get(1))));

    assertThat(begun.status()).isEqualTo(202);
    assertThat(AWS.client().ended(begun).at("status")).isEqualTo("VERIFIED");
  }

  @Test
  void aDirectStartIsRunThereAndWaitedFor() {
    PhotoRef stored = new PhotoRef(AWS.name("photos"), "riders/direct/shared + %.jpg");
    AWS.application().get(PhotoStore.class).put(stored, Photos.of(Person.named().get(2)));

    Answer verified =
        AWS.client()
            .post(
                "/v1/executions?wait=true",
                "{\"userId\": \"direct\", \"s3Bucket\": \"%s\", \"s3Key\": \"%s\"}"
                    .formatted(stored.bucket(), stored.key()))
            .isVerified();

    assertThat(runsOf(verified)).containsExactly(arn(verified, 1));
  }

  @Test
  void aRedriveIsAnotherRunUnderTheSameId() {
    AwsServer.stepFunctions().eachRun(run -> fail(hold(run)));
    Answer failed = upload("redriven", Photos.of(Person.named().get(3)));
    assertThat(failed.at("status")).isEqualTo("FAILED");
    assertThat(failed.at("message")).isEqualTo("Lambda is out of order");

    AwsServer.stepFunctions().eachRun(run -> verify(hold(run)));
    Answer redriven =
        AWS.client()
            .post("/v1/executions/" + failed.at("executionId") + "/redrive?wait=true", "{}")
            .isVerified();

    assertThat(redriven.at("executionId")).isEqualTo(failed.at("executionId"));
    assertThat(runsOf(failed)).containsExactlyInAnyOrder(arn(failed, 1), arn(failed, 2));
  }

  @Test
  void operatorsAreLedToTheRunAndOthersAreNot() {
    Answer verified = upload("linked", Photos.of(Person.named().get(4))).isVerified();

    assertThat(verified.json()).doesNotContainKey("executionArn");
    Answer whole = AWS.client().get("/v1/executions/" + verified.at("executionId"));
    assertThat(whole.at("executionArn")).isEqualTo(arn(verified, 1));
    assertThat(AWS.client().get("/executions/" + verified.at("executionId")).text())
        .contains(
            "https://eu-central-1.console.aws.amazon.com/states/home?region=eu-central-1"
                + "#/v2/executions/details/"
                + arn(verified, 1));
  }

  @Test
  void erasingStopsWhatRunsAndSaysWhatIsKept() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AwsServer.stepFunctions()
        .eachRun(
            _ -> {
              begun.countDown();
              awaitQuietly(stopped);
            });
    AwsServer.stepFunctions()
        .eachStop(
            run -> {
              fail(holdOf(run));
              stopped.countDown();
            });
    Answer running =
        AWS.client()
            .post(
                Client.photoOf("erased"),
                new Form().file("photo", "me.jpg", Photos.of(Person.named().get(5))));
    begun.await();
    assertThat(AWS.client().get("/riders/erased/erase").text())
        .contains("Kept by Step Functions", "Nobody can delete it before.");

    Answer receipt = AWS.client().delete("/v1/riders/erased");

    assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
    assertThat(AwsServer.stepFunctions().stopped())
        .containsEntry(arn(running, 1), "The rider is erased");
    assertThat(receipt.at("executions")).isEqualTo(1);
    assertThat(receipt.at("photos")).isEqualTo(1);
    assertThat(receipt.at("keptByStepFunctions/executions")).isEqualTo(1);
    assertThat(Instant.parse(receipt.textAt("keptByStepFunctions/until")))
        .isAfter(Instant.parse(running.textAt("startedAt")).plus(ExecutionArn.KEPT));
    AWS.client().get("/v1/executions/" + running.at("executionId")).isProblem(404);
  }

  @Test
  void aCommandHasItRunThereAndWaits() throws IOException {
    Path photo = folder.resolve("me.jpg");
    Files.write(photo, Photos.of(Person.named().get(6)).bytes());
    AWS.settings().forEach((name, value) -> System.setProperty(name, value.toString()));
    try {
      int exit = RiderPhotos.execute("verify", "--rider", "by-command", photo.toString());

      assertThat(exit).as(console.err()).isEqualTo(ExitCode.DONE);
      assertThat(console.out()).startsWith("VERIFIED  by-command");
    } finally {
      AWS.settings().keySet().forEach(System::clearProperty);
    }
    assertThat(AwsServer.stepFunctions().runs())
        .filteredOn(run -> run.input().contains("\"by-command\""))
        .hasSize(1);
  }

  @Test
  void theQueueIsLeftToTheFunctions() {
    assertThat(AWS.application().find(EventDelivery.class)).isEmpty();
    assertThat(AWS.application().all(BackgroundWork.class)).isNotEmpty();
    assertThat(AWS.application().all(HealthChecked.class))
        .extracting(HealthChecked::name)
        .doesNotContain("events (SQS)");
    assertThat(AWS.application().get(Buckets.class).watched())
        .as("what `aws create` has tell the queue")
        .extracting(Bucket::name)
        .contains(AWS.name("drinks"))
        .doesNotContain(AWS.name("photos"));
  }

  @Test
  void healthAndCheckKnowTheStateMachine() {
    assertThat(AWS.client().get("/health").at("details/state machine (Step Functions)/status"))
        .isEqualTo("UP");
    assertThat(AWS.application().get(AwsAccount.class).check())
        .contains(
            new Part("state machine %s (aws deploy makes it)".formatted(MACHINE), State.THERE));
  }

  @Test
  void aStateMachineThatIsNotThereIsNamedAtTheStart() {
    Map<String, Object> settings = new HashMap<>(AWS.settings());
    settings.put("aws.state-machine", MACHINE_OF_OTHERS);

    assertThatThrownBy(() -> Application.open(folder, settings))
        .isInstanceOf(MissingOnAwsException.class)
        .hasMessageContaining("state machine " + MACHINE_OF_OTHERS);
  }

  /** Seen in a recording of all that is asked of Step Functions. */
  @Test
  void thePolicyAllowsWhatIsAskedOfTheStateMachineAndNothingElse() {
    CountDownLatch stopped = new CountDownLatch(1);
    RecordedCalls.begin();
    AwsServer.stepFunctions().eachRun(_ -> awaitQuietly(stopped));
    AwsServer.stepFunctions()
        .eachStop(
            run -> {
              fail(holdOf(run));
              stopped.countDown();
            });
    Answer _ =
        AWS.client()
            .post(Client.photoOf("policy"), new Form().file("photo", "me.jpg", Photos.nobody()));
    assertThat(AWS.client().delete("/v1/riders/policy").status()).isEqualTo(200);
    assertThat(AWS.client().get("/health").status()).isEqualTo(200);

    assertThat(ofStepFunctions(RecordedCalls.end()))
        .isEqualTo(
            ofStepFunctions(
                Permission.allowedBy(AWS.application().get(AwsPermissions.class).toRun("*"))))
        .hasSize(4);
  }

  private static Set<Permission> ofStepFunctions(Set<Permission> permissions) {
    return permissions.stream()
        .filter(permission -> permission.action().startsWith("states:"))
        .collect(Collectors.toSet());
  }

  private static Answer upload(String rider, Photo photo) {
    return AWS.client().verify(rider, photo);
  }

  private static String arn(Answer execution, int attempt) {
    return "%s:%s-%d"
        .formatted(
            MACHINE.replace("stateMachine", "execution"), execution.at("executionId"), attempt);
  }

  private static List<String> runsOf(Answer execution) {
    return AwsServer.stepFunctions().runs().stream()
        .map(Run::arn)
        .filter(arn -> arn.contains(execution.textAt("executionId")))
        .toList();
  }

  private static Hold hold(Run run) {
    return holdOf(run.arn());
  }

  private static Hold holdOf(String arn) {
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return new Hold(
        ExecutionId.of(name.substring(0, name.lastIndexOf('-'))), new ExecutionArn(arn));
  }

  private static void verify(Hold hold) {
    SeparateStates states = states();
    boolean suitable =
        passed(states.detectFaces(hold))
            && passed(states.checkFaceDuplicate(hold))
            && passed(states.addFaceToIndex(hold));
    if (suitable) {
      PhotoRef _ = states.makeThumbnail(hold);
    }
    if (suitable && passed(states.persistMetadata(hold))) {
      Execution _ = states.settleForGood(hold, null);
    } else {
      StepOutput.MessageToSend _ = states.photoDoesNotMeetRequirement(hold);
    }
  }

  private static void fail(Hold hold) {
    Execution _ = states().settleForGood(hold, "Lambda is out of order");
  }

  private static boolean passed(Result<?> result) {
    return result instanceof Result.Passed<?>;
  }

  private static SeparateStates states() {
    Application application = AWS.application();
    return new SeparateStates(
        application.get(WorkflowStates.class),
        application.get(OpenCases.class),
        new RekognitionStoredPrints(application.get(S3Client.class)),
        application.get(Executions.class),
        application.get(ExecutionWatcher.class),
        application.get(InstantSource.class));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
