package dev.riderphotos.app.server;

import dev.riderphotos.review.TendCases;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Carries decisions out when their grace is over, and closes what nobody decided. */
@Singleton
public final class DueReviews extends RepeatedWork {
  /** Who has a decision carried out at once looks whether it is. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final ReviewGauges gauges;

  DueReviews(TendCases cases, ReviewGauges gauges, Background background) {
    super(background.repeatedly("tend reviews", Pace.every(LOOK_EVERY), cases::tend));
    this.gauges = gauges;
  }

  @Override
  public void start() {
    gauges.show();
    startAfter(LOOK_EVERY);
  }
}
