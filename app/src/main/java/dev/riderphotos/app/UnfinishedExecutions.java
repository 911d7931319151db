package dev.riderphotos.app;

import dev.riderphotos.verification.ExecutionRunner;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Sees to what other processes left unfinished when they died, and what a fault postponed. */
@Singleton
@Requires(beans = EmbeddedServer.class)
class UnfinishedExecutions {
  private final ExecutionRunner runner;

  UnfinishedExecutions(ExecutionRunner runner) {
    this.runner = runner;
  }

  @Scheduled(initialDelay = "1m", fixedDelay = "1m")
  void resume() {
    runner.resume();
  }
}
