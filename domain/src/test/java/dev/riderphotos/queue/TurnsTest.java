package dev.riderphotos.queue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TurnsTest {
  private final List<String> served = new ArrayList<>();

  @Test
  void soManyHaveOneAtOnce() {
    Turns turns = new Turns(2);
    ask(turns, "a", "b", "c");

    assertThat(served).containsExactly("a", "b");
    turns.giveBack();
    assertThat(served).containsExactly("a", "b", "c");
  }

  @Test
  void lanesAreServedOneAfterTheOther() {
    Turns turns = new Turns(1);
    ask(turns, "many", "many", "many", "many", "one", "other", "one");

    IntStream.range(0, 6).forEach(_ -> turns.giveBack());

    assertThat(served).containsExactly("many", "many", "one", "other", "many", "one", "many");
  }

  @Test
  void whoComesWhileNobodyWaitsNeedNotWait() {
    Turns turns = new Turns(1);
    ask(turns, "a");
    turns.giveBack();
    ask(turns, "a");

    assertThat(served).containsExactly("a", "a");
  }

  @Test
  void onceClosedNobodyGetsOne() {
    Turns turns = new Turns(1);
    ask(turns, "a");
    CompletableFuture<Void> waiting = new CompletableFuture<>();
    turns.ask("b", waiting);

    turns.close();
    turns.giveBack();
    CompletableFuture<Void> late = new CompletableFuture<>();
    turns.ask("c", late);

    assertThat(waiting).isCancelled();
    assertThat(late).isCancelled();
  }

  @Test
  void tellsWhetherAllWereGivenBack() throws InterruptedException {
    Turns turns = new Turns(1);
    assertThat(turns.awaitIdle(Duration.ZERO)).isTrue();
    ask(turns, "a");
    assertThat(turns.awaitIdle(Duration.ZERO)).isFalse();
    turns.giveBack();
    assertThat(turns.awaitIdle(Duration.ZERO)).isTrue();
  }

  /**
   * While a lane waits for its next turn, no other has two; within a lane all come in the order
   * they asked; and no turn is lost.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void nobodyIsOvertakenTwice(long seed) {
    Random random = new Random(seed);
    Turns turns = new Turns(1 + random.nextInt(4));
    Waiting waiting = new Waiting();
    for (int step = 0; step < 400; step++) {
      if (random.nextInt(5) < 3) {
        waiting.ask(turns, "lane " + (int) Math.abs(random.nextGaussian() * 4));
      } else if (waiting.running > 0) {
        waiting.giveBack(turns);
      }
    }
    while (waiting.running > 0) {
      waiting.giveBack(turns);
    }
    assertThat(waiting.lanes.values()).allMatch(Deque::isEmpty);
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  private void ask(Turns turns, String... lanes) {
    for (String lane : lanes) {
      CompletableFuture<Void> turn = new CompletableFuture<>();
      CompletableFuture<Void> _ = turn.thenRun(() -> served.add(lane));
      turns.ask(lane, turn);
    }
  }

  /** Who waits, and how often others were served since the first of each lane began to wait. */
  private static final class Waiting {
    private final Map<String, Deque<Integer>> lanes = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> overtaken = new HashMap<>();
    private int number;
    private int running;

    private void ask(Turns turns, String lane) {
      int mine = number++;
      Deque<Integer> ahead = lanes.computeIfAbsent(lane, _ -> new ArrayDeque<>());
      if (ahead.isEmpty()) {
        overtaken.put(lane, new HashMap<>());
      }
      ahead.add(mine);
      CompletableFuture<Void> turn = new CompletableFuture<>();
      CompletableFuture<Void> _ = turn.thenRun(() -> served(lane, mine));
      turns.ask(lane, turn);
    }

    private void giveBack(Turns turns) {
      running--;
      turns.giveBack();
    }

    private void served(String lane, int turn) {
      running++;
      assertThat(requireNonNull(lanes.get(lane)).remove()).isEqualTo(turn);
      overtaken.put(lane, new HashMap<>());
      lanes.forEach(
          (other, waiting) -> {
            if (!other.equals(lane) && !waiting.isEmpty()) {
              assertThat(requireNonNull(overtaken.get(other)).merge(lane, 1, Integer::sum)).isOne();
            }
          });
    }
  }
}
