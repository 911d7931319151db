package dev.riderphotos.app.server;

import dev.riderphotos.retention.DailySweep;
import dev.riderphotos.retention.Swept;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes once a day what was kept for its term. Whether that was done today is looked at every
 * hour, so that no day is missed for a restart, and none counts twice.
 */
@Singleton
public final class RetentionSweeps extends RepeatedWork {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionSweeps.class);

  /** Whoever has just started has more urgent things to do. */
  private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

  private static final Pace LOOK = new Pace(Duration.ofHours(1), Duration.ofMinutes(5));

  private final AtomicBoolean stopping;

  RetentionSweeps(DailySweep sweep, Background background) {
    this(sweep, background, new AtomicBoolean());
  }

  private RetentionSweeps(DailySweep sweep, Background background, AtomicBoolean stopping) {
    super(background.repeatedly("sweep retention", LOOK, () -> sweep(sweep, stopping)));
    this.stopping = stopping;
  }

  @Override
  public void start() {
    startAfter(FIRST_LOOK);
  }

  /** A sweep that is under way ends after the step that it is at, and is begun anew later. */
  @Override
  public void stop() {
    stopping.set(true);
    super.stop();
  }

  private static void sweep(DailySweep sweep, AtomicBoolean stopping) {
    Optional<Swept> swept = sweep.sweepIfDue(() -> !stopping.get());
    swept
        .filter(done -> done.total() + done.told() > 0)
        .ifPresent(done -> LOG.info("What was kept for its term is deleted: {}", done.counts()));
  }
}
