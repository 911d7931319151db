package dev.riderphotos.app.server;

import dev.riderphotos.review.TendCases;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Carries decisions out when their grace is over, and closes what nobody decided. */
@Singleton
public final class DueReviews implements BackgroundWork {
  /** Who has a decision carried out at once looks whether it is. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final ReviewGauges gauges;
  private final Repeatedly tending;

  DueReviews(TendCases cases, ReviewGauges gauges, Background background) {
    this.gauges = gauges;
    this.tending = background.repeatedly("tend reviews", Pace.every(LOOK_EVERY), cases::tend);
  }

  @Override
  public void start() {
    gauges.show();
    tending.start(LOOK_EVERY);
  }

  @Override
  public void stop() {
    tending.stop();
  }

  @Override
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return tending.awaitEnd(patience);
  }

  @PreDestroy
  void close() {
    stop();
    tending.close();
  }
}
