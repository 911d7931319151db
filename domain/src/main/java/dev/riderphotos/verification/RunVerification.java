package dev.riderphotos.verification;

import dev.riderphotos.BackendException;
import dev.riderphotos.Retries;
import dev.riderphotos.StorageException;
import dev.riderphotos.execution.CutShortException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.execution.Verdict.Rejected;
import dev.riderphotos.execution.Verdict.Verified;
import dev.riderphotos.face.OutdatedPrintException;
import dev.riderphotos.review.OpenCases;
import dev.riderphotos.verification.Journal.Ending;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Accepts a photo that shows one clear face, and a face no other rider has shown.
 *
 * <p>The profile row is written last and is the commit. Until then the face in the collection is
 * claimed by the execution's id, so a repeated run knows it as its own; a run that was cut short is
 * run again from the start, and so is one that another collection became live under. What an
 * execution that is not verified did is undone before it ends, and if that fails, whenever it is
 * run again. A process that was thought to be dead, and lives, stops as soon as it would write or
 * undo anything: what it did is what its successor does.
 */
public final class RunVerification implements WorkflowEngine {
  /** More often than this no operator switches; it is a fault that comes again. */
  private static final int MOST_BEGINNINGS = 100;

  private final WorkflowStates states;
  private final Settlement settlement;
  private final Executions executions;
  private final Retries retries;
  private final ExecutionWatcher watcher;
  private final InstantSource clock;

  public RunVerification(
      WorkflowStates states,
      OpenCases cases,
      Executions executions,
      Retries retries,
      ExecutionWatcher watcher,
      InstantSource clock) {
    this.states = states;
    this.settlement = new Settlement(states, cases);
    this.executions = executions;
    this.retries = retries;
    this.watcher = watcher;
    this.clock = clock;
  }

  /**
   * Begins an execution, without running it; this process holds it until it is run. Starting one
   * that is there already changes nothing. What fails is not tried again, for somebody waits.
   */
  @Override
  public Execution start(ExecutionId id, Submission submission) {
    try {
      return executions.start(Execution.started(id, submission, clock.instant()));
    } catch (BackendException fault) {
      leave(id, fault); // it may have been begun after all
      throw fault;
    }
  }

  /** Lets go of an execution because of a fault, so that whoever looks next brings it to an end. */
  @Override
  public void leave(ExecutionId id, RuntimeException fault) {
    try {
      executions.release(id);
    } catch (BackendException another) {
      fault.addSuppressed(another);
    }
  }

  /**
   * Runs the execution to its end, or what is left of it. Of one that is finished, or that another
   * process runs, is returned how it stands. Not to be called for the same execution twice at once.
   *
   * @throws IllegalArgumentException if there is no such execution
   * @throws dev.riderphotos.BackendException if the journal itself is out of order, or the disk;
   *     the execution will go on when it is run again
   * @throws StoppedException if this process ends meanwhile; the same
   */
  @Override
  public Execution run(ExecutionId id) {
    boolean ours = retries.call(_ -> executions.claim(id));
    Execution execution = find(id); // only now: what was found before the claim may be stale
    try {
      return ours ? run(execution) : execution;
    } catch (TakenOverException gone) {
      return find(id);
    }
  }

  private Execution find(ExecutionId id) {
    return present(id, retries.call(_ -> executions.find(id)));
  }

  private static Execution present(ExecutionId id, Optional<Execution> found) {
    return found.orElseThrow(() -> new IllegalArgumentException("No such execution: " + id));
  }

  private Execution run(Execution execution) {
    Journal journal = new Journal(execution, executions, retries, watcher, clock);
    if (execution.status() == Status.RUNNING && execution.verdict() == null) {
      decide(journal); // else the rider was told of the verdict already
    }
    return finish(journal);
  }

  /**
   * Begins a failed execution anew, without running it: what it did was undone, so it will run from
   * its first state. Not to be called for the same execution twice at once, nor while it runs. What
   * fails is not tried again, for somebody waits.
   *
   * @throws IllegalArgumentException if there is no such execution
   */
  @Override
  public Redrive redrive(ExecutionId id) {
    Execution execution = present(id, executions.find(id));
    if (execution.status() != Status.FAILED) {
      return new Redrive.NotFailed(execution.status());
    }
    Execution begun = execution.redriven();
    return executions.redrive(begun)
        ? new Redrive.Redriven(begun)
        : new Redrive.NotFailed(present(id, executions.find(id)).status());
  }

  @Override
  public List<ExecutionId> left() {
    return executions.unfinished();
  }

  private void decide(Journal journal) {
    try {
      Verdict verdict =
          retries
              .call(_ -> settlement.writtenBefore(journal.execution()))
              .orElseGet(() -> verify(journal));
      journal.note(execution -> execution.decided(verdict));
    } catch (CutShortException cut) {
      throw cut;
    } catch (StorageException noRoom) {
      throw noRoom; // no verdict, and no failure: it is run again until there is room
    } catch (RuntimeException fault) {
      journal.note(execution -> execution.failed(BackendException.describe(fault)));
    }
  }

  /** When another collection has become live meanwhile, all begins again, as after a crash. */
  private Verdict verify(Journal journal) {
    for (int beginning = 1; ; beginning++) {
      try {
        return new Workflow(states, journal).verify();
      } catch (OutdatedPrintException outdated) {
        if (beginning == MOST_BEGINNINGS) {
          throw outdated;
        }
      }
    }
  }

  private Execution finish(Journal journal) {
    boolean tidy = tidyUp(journal);
    Execution execution = journal.execution();
    if (execution.status() == Status.RUNNING && execution.verdict() instanceof Rejected rejected) {
      tell(journal, rejected);
    }
    Execution ended =
        retries.call(
            _ ->
                journal.save(last -> last.ended(Settlement.statusOf(last), tidy, clock.instant())));
    watcher.executionEnded(ended);
    return ended;
  }

  /** Says whether nothing is left to do. */
  private boolean tidyUp(Journal journal) {
    try {
      return retries.call(
          _ -> {
            settle(journal);
            return true;
          });
    } catch (CutShortException cut) {
      throw cut;
    } catch (RuntimeException fault) {
      watcher.postponed(journal.execution().id(), fault);
      return false;
    }
  }

  private void settle(Journal journal) {
    if (!(journal.execution().verdict() instanceof Verified)) {
      settlement
          .writtenBefore(journal.execution())
          .ifPresent(verdict -> journal.note(execution -> execution.decided(verdict)));
    }
    Execution execution = journal.execution();
    boolean verified = execution.verdict() instanceof Verified;
    if (!verified || !execution.resembled().isEmpty()) {
      execution = journal.save(last -> last); // unless another process has come to hold it
    }
    if (!verified) {
      settlement.undo(execution);
    }
    settlement.discardReplaced(execution);
    settlement.openCases(execution);
    journal.note(settlement::forgetErased);
  }

  /** A mail that cannot be sent does not change the verdict: the step's end says so. */
  private void tell(Journal journal, Rejected verdict) {
    Execution execution = journal.execution();
    try {
      StepOutput.MessageToSend _ =
          journal.step(
              State.PHOTO_DOES_NOT_MEET_REQUIREMENT,
              () ->
                  states
                      .photoDoesNotMeetRequirement()
                      .tell(execution.id(), execution.submission(), verdict),
              Ending::succeeded);
    } catch (CutShortException cut) {
      throw cut;
    } catch (RuntimeException _) {
      // Nothing to do: the step ended with it, which the journal has and the watcher was told.
    }
  }
}
