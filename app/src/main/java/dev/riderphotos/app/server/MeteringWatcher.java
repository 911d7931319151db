package dev.riderphotos.app.server;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Times steps, counts verdicts, and logs both by execution id; never a rider, a key or a face. */
@Singleton
final class MeteringWatcher implements ExecutionWatcher {
  private static final Logger LOG = LoggerFactory.getLogger("dev.riderphotos.verification");

  private final MeterRegistry meters;

  MeteringWatcher(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void stepEnded(ExecutionId id, Step step) {
    Duration took = Duration.between(step.startedAt(), step.endedAt());
    meters
        .timer("rider.photos.step", "step", step.state().title(), "outcome", step.outcome().name())
        .record(took);
    switch (step.outcome()) {
      case FAILED ->
          log(
              id,
              () ->
                  LOG.warn(
                      "{} failed after {} attempts: {}",
                      step.state().title(),
                      step.attempts(),
                      step.error()));
      case RUNNING, SUCCEEDED, REJECTED ->
          log(
              id,
              () ->
                  LOG.debug(
                      "{} {} in {} ms", step.state().title(), step.outcome(), took.toMillis()));
    }
  }

  @Override
  public void executionEnded(Execution execution) {
    Duration took = Duration.between(execution.startedAt(), execution.endedAt());
    meters
        .counter(
            "rider.photos.executions",
            "status",
            execution.status().name(),
            "reason",
            reason(execution))
        .increment();
    log(
        execution.id(),
        () -> LOG.info("{} {} in {} ms", execution.status(), reason(execution), took.toMillis()));
  }

  @Override
  public void postponed(ExecutionId id, RuntimeException fault) {
    meters.counter("rider.photos.postponed").increment();
    log(id, () -> LOG.warn("Left undone, to be tried again: {}", fault.getMessage(), fault));
  }

  private static String reason(Execution execution) {
    return execution.verdict() instanceof Verdict.Rejected rejected
        ? rejected.reasons().getFirst().code().name()
        : "";
  }

  private static void log(ExecutionId id, Runnable line) {
    try (var _ = MDC.putCloseable("execution", id.toString())) {
      line.run();
    }
  }
}
