package dev.riderphotos.verification;

import dev.riderphotos.BackendException;
import dev.riderphotos.Retries;
import dev.riderphotos.execution.CutShortException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.Step.Outcome;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.OutdatedPrintException;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One run's hold of its execution: runs steps with retries and writes down how they go.
 *
 * <p>A step is written down when an attempt begins; that it ended is written with the next thing
 * that happens. A crash between the two costs a repetition, and every step may be repeated.
 */
final class Journal {
  private final Executions executions;
  private final Retries retries;
  private final ExecutionWatcher watcher;
  private final InstantSource clock;
  private Execution execution;

  Journal(
      Execution execution,
      Executions executions,
      Retries retries,
      ExecutionWatcher watcher,
      InstantSource clock) {
    this.execution = execution;
    this.executions = executions;
    this.retries = retries;
    this.watcher = watcher;
    this.clock = clock;
  }

  /** What a step returned, and how the journal sees it. */
  record Ending(Outcome outcome, @Nullable StepOutput output, @Nullable String error) {
    static Ending succeeded(StepOutput output) {
      return new Ending(Outcome.SUCCEEDED, output, null);
    }

    static Ending rejected(@Nullable StepOutput output, Verdict.Rejected verdict) {
      return new Ending(Outcome.REJECTED, output, verdict.error().title());
    }
  }

  synchronized Execution execution() {
    return execution;
  }

  /** Changes what the journal will write next. */
  synchronized void note(UnaryOperator<Execution> change) {
    execution = change.apply(execution);
  }

  /** Changes and writes it all down before it returns. */
  synchronized Execution save(UnaryOperator<Execution> change) {
    execution = change.apply(execution);
    executions.save(execution);
    return execution;
  }

  /**
   * Runs the step until it succeeds or fails for good. One that is cut short, or outdated, has not
   * ended, and nothing is held against it.
   */
  <T> T step(State state, Supplier<T> work, Function<T, Ending> ending) {
    try {
      T result =
          retries.call(
              _ -> {
                begin(state);
                return attempt(state, work);
              });
      Ending end = ending.apply(result);
      end(state, end.outcome(), end.output(), end.error());
      return result;
    } catch (CutShortException | OutdatedPrintException cut) {
      throw cut;
    } catch (RuntimeException fault) {
      end(state, Outcome.FAILED, null, BackendException.describe(fault));
      throw fault;
    }
  }

  private <T> T attempt(State state, Supplier<T> work) {
    try {
      return work.get();
    } catch (OutdatedPrintException outdated) {
      throw outdated;
    } catch (RuntimeException fault) {
      Step failing = current(state).failing(BackendException.describe(fault));
      note(before -> before.with(failing));
      throw fault;
    }
  }

  private void begin(State state) {
    save(
        before ->
            before.with(
                before
                    .step(state)
                    .map(step -> step.again(clock.instant()))
                    .orElseGet(() -> Step.begun(state, clock.instant()))));
  }

  private void end(
      State state, Outcome outcome, @Nullable StepOutput output, @Nullable String error) {
    Step ended = current(state).ended(outcome, clock.instant(), output, error);
    note(before -> before.with(ended));
    watcher.stepEnded(execution().id(), ended);
  }

  private synchronized Step current(State state) {
    return execution.step(state).orElseThrow();
  }
}
