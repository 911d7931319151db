package dev.riderphotos.verification;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.Step.Outcome;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.verification.Journal.Ending;
import dev.riderphotos.verification.SeparateStates.Hold;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The journal of an execution whose steps run in processes of their own, two of them perhaps at
 * once: each writes its own step down, and reads what the others wrote.
 */
final class SeparateJournal {
  private final Executions executions;
  private final ExecutionWatcher watcher;
  private final InstantSource clock;

  SeparateJournal(Executions executions, ExecutionWatcher watcher, InstantSource clock) {
    this.executions = executions;
    this.watcher = watcher;
    this.clock = clock;
  }

  /**
   * How a step ended.
   *
   * @param also what else the journal is to hold from then on
   */
  record Ended<T>(Ending ending, T result, UnaryOperator<Execution> also) {
    static <T> Ended<T> of(Ending ending, T result) {
      return new Ended<>(ending, result, UnaryOperator.identity());
    }

    Ended<T> and(UnaryOperator<Execution> more) {
      return new Ended<>(ending, result, execution -> more.apply(also.apply(execution)));
    }
  }

  Optional<Execution> begin(Hold hold, Submission submission) {
    Execution there =
        executions.start(
            Execution.started(hold.execution(), submission, clock.instant()).heldBy(hold.run()));
    return Optional.of(there)
        .filter(execution -> hold.run().equals(execution.heldBy()))
        .filter(execution -> execution.status() == Status.RUNNING);
  }

  Execution find(Hold hold) {
    return executions
        .find(hold.execution())
        .filter(execution -> hold.run().equals(execution.heldBy()))
        .orElseThrow(() -> new TakenOverException(hold.execution()));
  }

  /**
   * Makes one attempt at a step, and writes down how it goes.
   *
   * @param late is told when the execution was settled meanwhile: nobody waits for the result
   */
  <T> T step(Hold hold, State state, Consumer<Hold> late, Function<Execution, Ended<T>> work) {
    Execution begun = note(hold, execution -> execution.with(begun(execution, state)));
    Ended<T> ended;
    try {
      ended = work.apply(begun);
    } catch (TakenOverException cut) {
      throw cut;
    } catch (RuntimeException fault) {
      fail(hold, state, late, fault);
      throw fault;
    }
    Step last = noteEnd(hold, state, late, ended);
    watcher.stepEnded(hold.execution(), last);
    return ended.result();
  }

  private <T> Step noteEnd(Hold hold, State state, Consumer<Hold> late, Ended<T> ended) {
    Ending ending = ended.ending();
    try {
      return note(
              hold,
              execution ->
                  ended
                      .also()
                      .apply(
                          execution.with(
                              step(execution, state)
                                  .ended(
                                      ending.outcome(),
                                      clock.instant(),
                                      ending.output(),
                                      ending.error()))))
          .step(state)
          .orElseThrow();
    } catch (TakenOverException settled) {
      late.accept(hold);
      throw settled;
    }
  }

  private void fail(Hold hold, State state, Consumer<Hold> late, RuntimeException fault) {
    String why = BackendException.describe(fault);
    try {
      Execution _ = note(hold, execution -> execution.with(step(execution, state).failing(why)));
    } catch (TakenOverException settled) {
      late.accept(hold);
      throw settled;
    } catch (RuntimeException second) {
      fault.addSuppressed(second);
    }
  }

  /** Changes an execution that runs. */
  Execution note(Hold hold, UnaryOperator<Execution> change) {
    return executions.change(
        hold.execution(),
        hold.run(),
        execution -> {
          if (execution.status() != Status.RUNNING) {
            throw new TakenOverException(hold.execution());
          }
          return change.apply(execution);
        });
  }

  /** What nobody decided has failed; what had begun and not ended has, too. */
  Execution undecided(Execution execution, @Nullable String fault) {
    Execution ended = closed(execution, fault);
    return ended.verdict() == null ? ended.failed(reason(ended, fault)) : ended;
  }

  private Execution closed(Execution execution, @Nullable String fault) {
    Execution closed = execution;
    for (Step step : execution.steps()) {
      if (step.outcome() == Outcome.RUNNING) {
        String why = step.error() == null ? fault : step.error();
        closed = closed.with(step.ended(Outcome.FAILED, clock.instant(), null, why));
      }
    }
    return closed;
  }

  /** Changes it, and tells of the steps that ended with the change. */
  Execution closing(Hold hold, UnaryOperator<Execution> change) {
    Execution before = find(hold);
    Execution after = executions.change(hold.execution(), hold.run(), change);
    after.steps().stream()
        .filter(step -> step.outcome() == Outcome.FAILED)
        .filter(step -> !before.step(step.state()).equals(Optional.of(step)))
        .forEach(step -> watcher.stepEnded(hold.execution(), step));
    return after;
  }

  private static String reason(Execution execution, @Nullable String fault) {
    return execution.steps().stream()
        .filter(step -> step.outcome() == Outcome.FAILED)
        .map(Step::error)
        .reduce((_, last) -> last)
        .filter(why -> !why.isBlank())
        .orElse(fault == null ? "The state machine was stopped" : fault);
  }

  /** Ends one that is decided and tidy. May be repeated. */
  Execution end(Hold hold) {
    Execution ended =
        closing(
            hold,
            execution ->
                execution.unfinished()
                    ? closed(execution, null)
                        .ended(Settlement.statusOf(execution), true, clock.instant())
                    : execution);
    watcher.executionEnded(ended);
    return ended;
  }

  /**
   * Has an execution that ended without being verified left untidy, so that nobody begins it anew
   * while it is tidied up again; empty if it is not this run's any more, or has nothing to undo.
   */
  Optional<Execution> reopen(Hold hold) {
    try {
      Execution reopened =
          executions.change(
              hold.execution(),
              hold.run(),
              execution ->
                  execution.status() == Status.RUNNING || execution.status() == Status.VERIFIED
                      ? execution
                      : execution.ended(execution.status(), false, clock.instant()));
      return Optional.of(reopened).filter(execution -> !execution.tidy());
    } catch (TakenOverException _) {
      return Optional.empty();
    }
  }

  private Step begun(Execution execution, State state) {
    return execution
        .step(state)
        .map(step -> step.again(clock.instant()))
        .orElseGet(() -> Step.begun(state, clock.instant()));
  }

  private static Step step(Execution execution, State state) {
    return execution.step(state).orElseThrow();
  }
}
