package dev.riderphotos.app;

import dev.riderphotos.verification.ExecutionRunner;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/** Sees to what other processes left unfinished when they died, and what a fault postponed. */
@Singleton
final class UnfinishedExecutions {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final ExecutionRunner runner;
  private final TaskScheduler scheduler;

  UnfinishedExecutions(
      ExecutionRunner runner, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.runner = runner;
    this.scheduler = scheduler;
  }

  /** Now, before photos come in, and every while from then on. */
  void resume() {
    runner.resume();
    ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(LOOK_EVERY, LOOK_EVERY, runner::resume);
  }
}
