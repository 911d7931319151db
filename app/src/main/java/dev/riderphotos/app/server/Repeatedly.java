package dev.riderphotos.app.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again, in a thread of its own, whatever comes of it: a turn that fails
 * is counted, told in the log once a minute at most, and followed by the next.
 */
final class Repeatedly implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeatedly.class);
  private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

  private final String what;
  private final Pace pace;
  private final Runnable work;
  private final Runnable count;
  private final InstantSource clock;
  private final AtomicBoolean started = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread;
  private Instant told = Instant.MIN;
  private volatile @Nullable Instant failingSince;

  /**
   * Makes the repetition; nothing is done yet.
   *
   * @param what is done, as an operator calls it
   * @param count is called for each turn that fails
   */
  Repeatedly(String what, Pace pace, Runnable work, Runnable count, InstantSource clock) {
    this.what = what;
    this.pace = pace;
    this.work = work;
    this.count = count;
    this.clock = clock;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name(what).daemon().factory(), new DiscardPolicy());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  String what() {
    return what;
  }

  /** Has the first turn begin after this time; once, however often it is called. */
  void start(Duration first) {
    if (started.compareAndSet(false, true)) {
      next(first);
    }
  }

  /** One turn, now, in the calling thread; whether it succeeded. One turn is taken at a time. */
  synchronized boolean turn() {
    try {
      work.run();
      failingSince = null;
      return true;
    } catch (Throwable fault) { // whatever it is: who throws is not asked to go on
      failed(fault);
      return false;
    }
  }

  /** Since when every turn has failed, if that is longer than should be. */
  Optional<Instant> late() {
    return Optional.ofNullable(failingSince)
        .filter(since -> since.plus(pace.patience()).isBefore(clock.instant()));
  }

  /** No turn is begun any more. */
  void stop() {
    thread.shutdown();
  }

  /** Does the same as {@link #stop}, and a turn that waits for something waits no longer. */
  void wake() {
    List<Runnable> _ = thread.shutdownNow();
  }

  /** Whether no turn is under way any more, now or in time. */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    return thread.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits for the turn that is under way, for what it works on is closed next. */
  @Override
  public void close() {
    stop();
    try {
      boolean _ = awaitEnd(Shutdown.PATIENCE);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(Duration pause) {
    ScheduledFuture<?> _ =
        thread.schedule(
            () -> next(turn() ? pace.every() : pace.afterFault()),
            pause.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  private void failed(Throwable fault) {
    Instant now = clock.instant();
    if (failingSince == null) {
      failingSince = now;
    }
    count.run();
    if (!now.isBefore(told.plus(TOLD_EVERY))) {
      told = now;
      LOG.warn("{}: failed, and goes on: {}", what, fault.getMessage(), fault);
    }
  }
}
