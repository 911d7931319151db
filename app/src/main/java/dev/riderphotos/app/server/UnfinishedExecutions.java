package dev.riderphotos.app.server;

import dev.riderphotos.verification.ExecutionRunner;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to what other processes left unfinished when they ended, and what a fault postponed. */
@Singleton
public final class UnfinishedExecutions {
  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedExecutions.class);
  private static final Duration RESUME_EVERY = Duration.ofMinutes(1);

  /** Riders wait for what another process gave back. */
  private static final Duration TAKE_UP_EVERY = Duration.ofSeconds(5);

  private final ExecutionRunner runner;
  private final TaskScheduler scheduler;

  UnfinishedExecutions(
      ExecutionRunner runner, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.runner = runner;
    this.scheduler = scheduler;
  }

  /** Now, before photos come in, and every while from then on. */
  public void resume() {
    runner.resume();
    every(RESUME_EVERY, runner::resume);
    every(TAKE_UP_EVERY, runner::takeUp);
  }

  private void every(Duration period, Runnable look) {
    ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(period, period, () -> attempt(look));
  }

  /** A fault must not be the last of it. */
  private static void attempt(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException fault) {
      LOG.warn("Unfinished executions wait: {}", fault.getMessage(), fault);
    }
  }
}
