package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.StateMachine;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.queue.ExecutionQueue;
import dev.riderphotos.queue.QueueSettings;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.RecordingStateMachine;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RunOnStateMachineTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final ExecutionId ID = ExecutionId.random();
  private static final PhotoRef PHOTO = new PhotoRef("rider-photos", "shared/photo.jpg");
  private static final Submission SUBMISSION = new Submission(Riders.ada(), PHOTO, false, null);

  private final Verifications verifications = new Verifications();
  private final RunVerification here =
      verifications.ports().verifyRiderPhoto(RiderSettings.DEFAULT);
  private final RecordingStateMachine machine = new RecordingStateMachine();
  private final WorkflowEngine engine = engine(machine);
  private Instant now = START;

  @Test
  void theJournalNamesTheRunBeforeAnythingIsStarted() {
    Execution begun = engine.start(ID, SUBMISSION);

    assertThat(begun.heldBy()).isEqualTo(machine.arn(ID, 0));
    assertThat(verifications.executions().find(ID)).contains(begun);
    assertThat(machine.asked()).isEmpty();
  }

  @Test
  void runningItStartsThatRunAndSaysHowItStands() {
    Execution begun = engine.start(ID, SUBMISSION);

    assertThat(engine.run(ID)).isEqualTo(begun);

    assertThat(machine.asked()).containsExactly(machine.arn(ID, 0));
  }

  @Test
  void whoAsksTwiceIsToldOfTheSameRun() {
    Execution first = engine.start(ID, SUBMISSION);
    Execution second = engine.start(ID, SUBMISSION);
    Execution _ = engine.run(ID);
    Execution _ = engine.run(ID);

    assertThat(second).isEqualTo(first);
    assertThat(machine.asked()).containsOnly(machine.arn(ID, 0));
  }

  @Test
  void aFaultThatPassesIsTriedAgain() {
    Faults faults = new Faults();
    faults.next(2, Fault.RETRYABLE, call -> call.is(StateMachine.class, "start"));
    WorkflowEngine shaky = engine(faults.around(StateMachine.class, machine));
    Execution _ = shaky.start(ID, SUBMISSION);

    assertThat(shaky.run(ID).status()).isEqualTo(Status.RUNNING);

    assertThat(machine.asked()).hasSize(1);
  }

  @Test
  void oneThatHasEndedIsStartedNoMore() {
    Execution begun = engine.start(ID, SUBMISSION);
    Execution failed = end(begun);

    assertThat(engine.run(ID)).isEqualTo(failed);

    assertThat(machine.asked()).isEmpty();
    assertThat(engine.left()).isEmpty();
  }

  /** Whoever began it died between the two, or is still keeping the photo. */
  @Test
  void whatWasBegunAndNotStartedIsTakenUpAfterAMinute() {
    Execution _ = engine.start(ID, SUBMISSION);
    now = START.plusSeconds(60);
    assertThat(engine.left()).isEmpty();

    now = START.plusSeconds(61);
    assertThat(engine.left()).containsExactly(ID);

    Execution _ = engine.run(ID);
    assertThat(machine.asked()).containsExactly(machine.arn(ID, 0));
  }

  @Test
  void whatThisProcessHadStartedIsNotTakenUpHoweverLongItTakes() {
    Execution begun = engine.start(ID, SUBMISSION);
    Execution _ = engine.run(ID);
    now = START.plusSeconds(3600);

    assertThat(engine.left()).isEmpty();
    assertThat(engine(machine).left()).as("another process does not know").containsExactly(ID);

    Execution _ = end(begun);
    assertThat(engine(machine).left()).isEmpty();
  }

  @Test
  void whatCouldNotBeStartedIsTakenUp() {
    Faults faults = new Faults();
    faults.nth(1, Fault.FINAL, call -> call.is(StateMachine.class, "start"));
    WorkflowEngine shaky = engine(faults.around(StateMachine.class, machine));
    Execution _ = shaky.start(ID, SUBMISSION);
    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> shaky.run(ID));
    now = START.plusSeconds(61);

    assertThat(shaky.left()).containsExactly(ID);
  }

  @Test
  void whatAProcessBeganEndsInAProcess() {
    verifications.photos().put(PHOTO, Photos.oneFace());
    Execution _ = here.start(ID, SUBMISSION);
    verifications.executions().holderDied();

    assertThat(engine.left()).containsExactly(ID);
    assertThat(engine.run(ID).status()).isEqualTo(Status.VERIFIED);

    assertThat(machine.asked()).isEmpty();
  }

  @Test
  void aRedriveIsAnotherRunUnderTheSameId() {
    Execution failed = end(engine.start(ID, SUBMISSION));

    assertThat(engine.redrive(ID))
        .isInstanceOfSatisfying(
            Redrive.Redriven.class,
            redriven -> {
              assertThat(redriven.execution().heldBy()).isEqualTo(machine.arn(ID, 1));
              assertThat(redriven.execution().id()).isEqualTo(failed.id());
            });
    assertThat(engine.redrive(ID)).isEqualTo(new Redrive.NotFailed(Status.RUNNING));

    Execution _ = engine.run(ID);
    assertThat(machine.asked()).containsExactly(machine.arn(ID, 1));
  }

  @Test
  void whatFailedInAProcessIsRedrivenOnTheStateMachine() {
    verifications.photos().put(PHOTO, Photos.oneFace());
    Execution begun = here.start(ID, SUBMISSION);
    verifications.executions().save(begun.failed("Out of order").ended(Status.FAILED, true, START));

    assertThat(engine.redrive(ID))
        .isInstanceOfSatisfying(
            Redrive.Redriven.class,
            redriven -> assertThat(redriven.execution().heldBy()).isEqualTo(machine.arn(ID, 1)));
  }

  /** It is the state machine that sees to it: the runner need not come back to it. */
  @Test
  void theRunnerDoesNotComeBackToWhatAStateMachineRuns() {
    ExecutionQueue queue = new ExecutionQueue(QueueSettings.DEFAULT, Runnable::run);
    try (ExecutionRunner runner =
        new ExecutionRunner(engine, verifications.executions(), verifications.watcher(), queue)) {
      Execution begun = engine.start(ID, SUBMISSION);
      CompletableFuture<Execution> asked = runner.run(ID);
      runner.resume();

      assertThat(asked).isCompletedWithValue(begun);
      assertThat(machine.asked()).hasSize(1);
    }
  }

  private Execution end(Execution begun) {
    ExecutionArn run = Objects.requireNonNull(begun.heldBy());
    return verifications
        .executions()
        .change(
            begun.id(),
            run,
            execution -> execution.failed("Out of order").ended(Status.FAILED, true, now));
  }

  private WorkflowEngine engine(StateMachine asked) {
    return new RunOnStateMachine(
        asked, here, verifications.executions(), verifications.ports().retries(), () -> now);
  }
}
