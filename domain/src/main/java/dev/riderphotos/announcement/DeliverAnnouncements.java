package dev.riderphotos.announcement;

import dev.riderphotos.BackendException;
import dev.riderphotos.announcement.Announcements.Delivery;
import dev.riderphotos.announcement.Announcements.Off;
import dev.riderphotos.announcement.Webhooks.Answer;
import dev.riderphotos.event.EventSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Tells other programs what they are to be told: at least once, and of each rider in order. What
 * fails is tried again after pauses that double, and is a dead letter in the end. A crash before an
 * attempt is counted costs a repetition.
 */
public final class DeliverAnnouncements {
  /** All that are taken at once are sent at once, so that nobody's turn is over meanwhile. */
  private static final int AT_ONCE = 8;

  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  private final Announcements announcements;
  private final Webhooks webhooks;
  private final EventSettings settings;
  private final AnnouncementWatcher watcher;
  private final Executor executor;
  private final InstantSource clock;
  private @Nullable Instant forgotten;
  private volatile boolean stopped;

  /**
   * Makes it.
   *
   * @param executor that runs whatever it is given at once
   */
  public DeliverAnnouncements(
      Announcements announcements,
      Webhooks webhooks,
      EventSettings settings,
      AnnouncementWatcher watcher,
      Executor executor,
      InstantSource clock) {
    this.announcements = announcements;
    this.webhooks = webhooks;
    this.settings = settings;
    this.watcher = watcher;
    this.executor = executor;
    this.clock = clock;
  }

  /**
   * Tells all that is due, and what becomes due meanwhile. An interrupted caller begins no more.
   *
   * @throws BackendException if nothing can be had at the moment; nothing is lost
   */
  public synchronized void deliver() {
    forgetErasures();
    List<Delivery> batch = take();
    while (!batch.isEmpty()) {
      CompletableFuture.allOf(
              batch.stream()
                  .map(delivery -> CompletableFuture.runAsync(() -> attempt(delivery), executor))
                  .toArray(CompletableFuture[]::new))
          .join();
      batch = take();
    }
  }

  /** From now on nothing is begun; what is not told is told by whoever looks next. */
  public void stop() {
    stopped = true;
  }

  private void forgetErasures() {
    Instant now = clock.instant();
    if (forgotten == null || !now.isBefore(forgotten.plus(FORGET_EVERY))) {
      announcements.forgetErasures(now.minus(Announcements.ERASURE_KEPT));
      forgotten = now;
    }
  }

  private List<Delivery> take() {
    boolean none =
        stopped || Thread.currentThread().isInterrupted() || announcements.off().isPresent();
    return none ? List.of() : announcements.take(clock.instant(), AT_ONCE);
  }

  private void attempt(Delivery delivery) {
    AnnouncementId id = delivery.announcement().id();
    switch (send(delivery)) {
      case Answer.Accepted _ -> {
        announcements.done(id);
        watcher.told(id);
      }
      case Answer.Refused(String why) -> failed(delivery, why);
      case Answer.Gone(String why) -> switchOff(id, why);
    }
  }

  /** It is the first to be told when somebody switches it on. */
  private void switchOff(AnnouncementId id, String why) {
    Instant now = clock.instant();
    announcements.switchOff(new Off(now, why));
    announcements.postpone(id, why, now);
    watcher.switchedOff(why);
  }

  private Answer send(Delivery delivery) {
    try {
      return webhooks.send(delivery.announcement());
    } catch (BackendException fault) {
      return new Answer.Refused(Objects.requireNonNullElse(fault.getMessage(), "Not sent"));
    }
  }

  private void failed(Delivery delivery, String why) {
    AnnouncementId id = delivery.announcement().id();
    int attempts = delivery.attempts() + 1;
    Instant now = clock.instant();
    if (attempts < settings.attempts()) {
      announcements.postpone(id, why, now.plus(settings.pauseAfter(attempts)));
      watcher.postponed(id, why);
    } else {
      announcements.bury(id, why, now);
      watcher.buried(id, why);
    }
  }
}
