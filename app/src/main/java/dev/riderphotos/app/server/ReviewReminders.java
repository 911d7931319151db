package dev.riderphotos.app.server;

import dev.riderphotos.review.RemindReviewers;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Reminds operators of cases that wait for long. */
@Singleton
public final class ReviewReminders extends RepeatedWork {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

  /** The first minute belongs to what was left undone. */
  private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

  ReviewReminders(RemindReviewers reminder, Background background) {
    super(background.repeatedly("remind reviewers", Pace.every(LOOK_EVERY), reminder::remind));
  }

  @Override
  public void start() {
    startAfter(FIRST_LOOK);
  }
}
