package dev.riderphotos.app.server;

import jakarta.annotation.PreDestroy;
import java.time.Duration;

/** Background work that is one thing done again and again, and that stops in good order. */
abstract class RepeatedWork implements BackgroundWork {
  private final Repeatedly repeatedly;

  RepeatedWork(Repeatedly repeatedly) {
    this.repeatedly = repeatedly;
  }

  /** Has the first turn begin now. */
  @Override
  public void start() {
    startAfter(Duration.ZERO);
  }

  final void startAfter(Duration pause) {
    repeatedly.start(pause);
  }

  /** Stops, and a turn that waits for something waits no longer. */
  final void wake() {
    repeatedly.wake();
  }

  @Override
  public void stop() {
    repeatedly.stop();
  }

  @Override
  public final boolean awaitEnd(Duration patience) throws InterruptedException {
    return repeatedly.awaitEnd(patience);
  }

  @PreDestroy
  void close() {
    stop();
    repeatedly.close();
  }
}
