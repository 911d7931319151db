package dev.riderphotos.engine.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NativeGateTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final NativeGate gate = new NativeGate();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  @Test
  void whoeverComesWhenItIsShutWaits() throws InterruptedException {
    assertThat(gate.shut(LONG)).isTrue();

    Thread late = stay();

    awaitWaiting(late);
    assertThat(inside.getCount()).isOne();
  }

  @Test
  void itIsShutWhenNobodyIsInsideAnyMore() throws InterruptedException {
    Thread first = stay();
    inside.await();
    assertThat(gate.shut(Duration.ZERO)).isFalse();

    Thread shutting = Thread.ofPlatform().daemon().start(this::shut);
    awaitWaiting(shutting);
    done.countDown();

    shutting.join();
    assertThat(first.join(LONG)).isTrue();
    awaitWaiting(stay());
  }

  @Test
  void itIsOpenAgainWhereSomebodyStaysTooLong() throws InterruptedException {
    Thread _ = stay();
    inside.await();

    assertThat(gate.shut(Duration.ofMillis(1))).isFalse();

    done.countDown();
    assertThat(stay().join(LONG)).isTrue();
  }

  private Thread stay() {
    return Thread.ofPlatform().daemon().start(() -> gate.inside(this::work));
  }

  private boolean work() {
    inside.countDown();
    try {
      done.await();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private void shut() {
    try {
      assertThat(gate.shut(LONG)).isTrue();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(thread.isAlive()).isTrue();
      Thread.onSpinWait();
    }
  }
}
