package dev.riderphotos.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {
  private static final List<Integer> THINGS = IntStream.range(0, 1000).boxed().toList();

  private final AtomicBoolean stop = new AtomicBoolean();
  private final CountDownLatch before = new CountDownLatch(10);
  private final List<Integer> results = new ArrayList<>();

  @Test
  void resultsComeInOrder() {
    try (OrderedWork work = new OrderedWork(stop::get)) {
      work.forEach(THINGS, thing -> 2 * thing, results::add);
    }

    assertThat(results).isEqualTo(THINGS.stream().map(thing -> 2 * thing).toList());
  }

  @Test
  void onceStoppedItFinishesWhatIsAtWorkAndBeginsNoMore() {
    try (OrderedWork work = new OrderedWork(stop::get)) {
      work.forEach(THINGS, this::stopAtTen, results::add);
    }

    int threads = Runtime.getRuntime().availableProcessors();
    assertThat(results).hasSizeBetween(11, 11 + 2 * threads).isSorted();
    assertThat(results).startsWith(THINGS.subList(0, 11).toArray(new Integer[0]));
  }

  @Test
  void aFaultEndsIt() {
    try (OrderedWork work = new OrderedWork(stop::get)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> work.forEach(THINGS, OrderedWorkTest::failAtTen, results::add))
          .withMessage("ten");
    }

    assertThat(results).isEqualTo(THINGS.subList(0, 10));
  }

  /** It asks to stop when all before it are at work, and nothing after it ends before it has. */
  private int stopAtTen(int thing) {
    while (thing > 10 && !stop.get()) {
      Thread.onSpinWait();
    }
    if (thing < 10) {
      before.countDown();
    }
    if (thing == 10) {
      await(before);
      stop.set(true);
    }
    return thing;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static int failAtTen(int thing) {
    if (thing == 10) {
      throw new IllegalStateException("ten");
    }
    return thing;
  }
}
