package dev.riderphotos.app.server;

import java.time.Duration;

/** What a server does beside what it is asked for. */
public interface BackgroundWork {
  /** Begins, before anybody can ask for anything. */
  void start();

  /** Begins no turn any more; one that is under way comes to its end. */
  void stop();

  /** Whether nothing is under way any more, at once or in time. */
  boolean awaitEnd(Duration patience) throws InterruptedException;
}
