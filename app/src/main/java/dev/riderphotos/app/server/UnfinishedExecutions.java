package dev.riderphotos.app.server;

import dev.riderphotos.verification.ExecutionRunner;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Sees to what other processes left unfinished when they ended, and what a fault postponed. */
@Singleton
public final class UnfinishedExecutions implements BackgroundWork {
  private static final Duration RESUME_EVERY = Duration.ofMinutes(1);

  /** Riders wait for what another process gave back. */
  private static final Duration TAKE_UP_EVERY = Duration.ofSeconds(5);

  private final Repeatedly resuming;
  private final Repeatedly takingUp;

  UnfinishedExecutions(ExecutionRunner runner, Background background) {
    this.resuming =
        background.repeatedly("resume executions", Pace.every(RESUME_EVERY), runner::resume);
    this.takingUp =
        background.repeatedly("take up executions", Pace.every(TAKE_UP_EVERY), runner::takeUp);
  }

  /** Now, before photos come in, and every while from then on. */
  @Override
  public void start() {
    boolean _ = resuming.turn();
    resuming.start(RESUME_EVERY);
    takingUp.start(TAKE_UP_EVERY);
  }

  @Override
  public void stop() {
    resuming.stop();
    takingUp.stop();
  }

  @Override
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return resuming.awaitEnd(patience) && takingUp.awaitEnd(Duration.ZERO);
  }

  @PreDestroy
  void close() {
    stop();
    resuming.close();
    takingUp.close();
  }
}
