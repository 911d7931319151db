package dev.riderphotos.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.riderphotos.testkit.SettableClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RepeatedlyTest {
  private static final Pace AT_ONCE = Pace.every(Duration.ofMillis(1));

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger counted = new AtomicInteger();

  @Test
  void goesOnByItselfAfterFaultsOfAllKinds() throws InterruptedException {
    CountDownLatch turns = new CountDownLatch(4);
    try (Repeatedly work =
        repeatedly(
            () -> {
              turns.countDown();
              throw turns.getCount() % 2 == 0
                  ? new StackOverflowError("on purpose")
                  : new AssertionError("on purpose");
            })) {
      work.start(Duration.ZERO);

      assertThat(turns.await(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(counted.get()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void isToldOnceAMinute() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(Repeatedly.class);
    logger.addAppender(log);
    logger.setLevel(Level.WARN);
    try (Repeatedly work = repeatedly(RepeatedlyTest::fail)) {
      for (int second = 0; second <= 120; second++) {
        assertThat(work.turn()).isFalse();
        clock.goOn(Duration.ofSeconds(1));
      }
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }

    assertThat(log.list).hasSize(3);
    assertThat(counted).hasValue(121);
  }

  @Test
  void isLateOnceItHasFailedForLongerThanItMay() {
    try (Repeatedly work = repeatedly(RepeatedlyTest::fail)) {
      assertThat(work.late()).isEmpty();
      assertThat(work.turn()).isFalse();
      clock.goOn(AT_ONCE.patience());
      assertThat(work.turn()).isFalse();
      assertThat(work.late()).isEmpty();

      clock.goOn(Duration.ofMillis(1));

      assertThat(work.late()).contains(clock.instant().minus(AT_ONCE.patience()).minusMillis(1));
    }
  }

  @Test
  void aTurnThatIsUnderWayComesToItsEndBeforeItIsClosed() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Repeatedly work =
        repeatedly(
            () -> {
              begun.countDown();
              ended.set(awaited(stopped));
            });
    work.start(Duration.ZERO);
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

    work.stop();
    assertThat(work.awaitEnd(Duration.ZERO)).isFalse();
    stopped.countDown();
    work.close();

    assertThat(ended).isTrue();
    assertThat(work.awaitEnd(Duration.ZERO)).isTrue();
  }

  @Test
  void whatWaitsForItsTurnIsNotBegunAnyMore() {
    AtomicInteger turns = new AtomicInteger();
    Repeatedly work = repeatedly(turns::incrementAndGet);
    work.start(Duration.ofDays(1));

    work.close();

    assertThat(turns).hasValue(0);
  }

  private Repeatedly repeatedly(Runnable work) {
    return new Repeatedly("test work", AT_ONCE, work, counted::incrementAndGet, clock);
  }

  /** False if it was interrupted. */
  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException cut) {
      return false;
    }
  }

  private static void fail() {
    throw new IllegalStateException("on purpose");
  }
}
