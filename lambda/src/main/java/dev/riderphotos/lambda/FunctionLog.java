package dev.riderphotos.lambda;

import dev.riderphotos.BackendException;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.EventWatcher;
import dev.riderphotos.event.Undeliverable;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Step;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What functions tell CloudWatch: ids and kinds of faults, never a key, a photo or a face. */
final class FunctionLog implements ExecutionWatcher, EventWatcher {
  private static final Logger LOG = System.getLogger(FunctionLog.class.getName());

  static void failed(String doing, RuntimeException fault) {
    LOG.log(Level.WARNING, "Could not {0}: {1}", doing, BackendException.describe(fault));
  }

  @Override
  public void stepEnded(ExecutionId id, Step step) {
    LOG.log(Level.INFO, "{0} {1} {2}", id, step.state().title(), step.outcome());
  }

  @Override
  public void executionEnded(Execution execution) {
    LOG.log(Level.INFO, "{0} {1}", execution.id(), execution.status());
  }

  @Override
  public void postponed(ExecutionId id, RuntimeException fault) {
    failed("end " + id, fault);
  }

  @Override
  public void postponed(EventId id, RuntimeException fault) {
    failed("deliver " + id, fault);
  }

  @Override
  public void buried(EventId id, RuntimeException fault) {
    LOG.log(Level.ERROR, "Dead letter {0}: {1}", id, Undeliverable.describe(fault));
  }
}
