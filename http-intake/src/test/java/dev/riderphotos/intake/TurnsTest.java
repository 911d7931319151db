package dev.riderphotos.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.intake.BodyRefused.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

  @Test
  void callersTakeTurnsHoweverManyEachHasWaiting() throws Exception {
    Turns turns = new Turns(1, 1, LONG);
    CountDownLatch end = new CountDownLatch(1);
    ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<?>> all = new ArrayList<>();
    all.add(hold(turns, "ada", end));

    for (String account : List.of("ada", "ada", "ada", "boris", "ada", "boris", "cleo")) {
      int before = turns.waiting();
      all.add(run(() -> turns.take(account, () -> order.add(account))));
      awaitWaiting(turns, before + 1);
    }
    end.countDown();
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();

    assertThat(order).containsExactly("ada", "boris", "cleo", "ada", "boris", "ada", "ada");
    assertThat(turns.waiting()).isZero();
  }

  @Test
  void oneCallerDoesNotHoldAll() throws Exception {
    Turns turns = new Turns(3, 2, Duration.ZERO);
    CountDownLatch end = new CountDownLatch(1);
    List<CompletableFuture<?>> held = List.of(hold(turns, "ada", end), hold(turns, "ada", end));

    assertNoTurn(turns, "ada");
    assertThat(turns.<String>take("boris", () -> "his turn")).isEqualTo("his turn");

    end.countDown();
    CompletableFuture.allOf(held.toArray(CompletableFuture[]::new)).get();
    assertThat(turns.<String>take("ada", () -> "her turn")).isEqualTo("her turn");
  }

  @Test
  void nobodyWaitsForEver() throws Exception {
    Turns turns = new Turns(1, 1, Duration.ZERO);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<?> held = hold(turns, "ada", end);

    assertNoTurn(turns, "boris");
    assertThat(turns.waiting()).isZero();

    end.countDown();
    held.get();
    assertThat(turns.<String>take("boris", () -> "his turn")).isEqualTo("his turn");
  }

  @Test
  void workThatFailsGivesItsTurnBack() {
    Turns turns = new Turns(1, 1, Duration.ZERO);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      "ada",
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void manyCallersAreAllServedAndNeverTooManyAtOnce() throws Exception {
    Turns turns = new Turns(5, 2, LONG);
    Random random = new Random(7);
    AtomicInteger atOnce = new AtomicInteger();
    Map<String, AtomicInteger> each = new HashMap<>();
    List<CompletableFuture<Integer>> most = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      String account = "account " + random.nextInt(4);
      AtomicInteger own = each.computeIfAbsent(account, _ -> new AtomicInteger());
      most.add(
          CompletableFuture.supplyAsync(
              () -> turns.take(account, () -> tooMany(atOnce, 5, own, 2)), THREADS));
    }

    for (CompletableFuture<Integer> turn : most) {
      assertThat(turn.get()).as("how often there were too many").isZero();
    }
    assertThat(turns.waiting()).isZero();
  }

  private static int tooMany(AtomicInteger all, int mostOfAll, AtomicInteger own, int mostOfOne) {
    int nowOfAll = all.incrementAndGet();
    int nowOfOne = own.incrementAndGet();
    Thread.onSpinWait();
    all.decrementAndGet();
    own.decrementAndGet();
    return nowOfAll > mostOfAll || nowOfOne > mostOfOne ? 1 : 0;
  }

  private static CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work, THREADS);
  }

  /** Begun when this returns. */
  private static CompletableFuture<Void> hold(Turns turns, String account, CountDownLatch end) {
    Phaser begun = new Phaser(2);
    CompletableFuture<Void> held =
        run(
            () ->
                turns.take(
                    account,
                    () -> {
                      begun.arrive();
                      return awaited(end);
                    }));
    begun.arriveAndAwaitAdvance();
    return held;
  }

  private static boolean awaited(CountDownLatch end) {
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitWaiting(Turns turns, int count) {
    while (turns.waiting() < count) {
      Thread.onSpinWait();
    }
  }

  private static void assertNoTurn(Turns turns, String account) {
    assertThatThrownBy(() -> turns.take(account, () -> "never"))
        .isInstanceOfSatisfying(
            BodyRefused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_TURN));
  }
}
