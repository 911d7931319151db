package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureWishes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ErasureWishes} keeps. */
public abstract class ErasureWishesContract {
  private static final RiderId ODD = new RiderId("a ☕' % _/.\\");

  /** Nobody's wish is kept; the same ones whenever they are asked for in one test. */
  protected abstract ErasureWishes wishes();

  @Test
  void worksWhenEmpty() {
    assertThat(wishes().contain(Riders.ada())).isFalse();
    assertThat(wishes().all()).isEmpty();
    wishes().remove(Riders.ada());
    assertThat(wishes().all()).isEmpty();
  }

  @Test
  void aWishIsOfOneRiderAndNoOther() {
    wishes().add(ODD);

    assertThat(wishes().contain(ODD)).isTrue();
    assertThat(wishes().contain(new RiderId("A ☕' % _/.\\"))).isFalse();
    assertThat(wishes().all()).containsExactly(ODD);
  }

  @Test
  void aWishIsKeptOnceAndRemovedOnce() {
    wishes().add(Riders.ada());
    wishes().add(Riders.ada());
    assertThat(wishes().all()).containsExactly(Riders.ada());

    wishes().remove(Riders.ada());
    wishes().remove(Riders.ada());
    assertThat(wishes().contain(Riders.ada())).isFalse();
    assertThat(wishes().all()).isEmpty();
  }

  @Test
  void othersWishesStay() {
    wishes().add(Riders.ada());
    wishes().add(Riders.boris());

    wishes().remove(Riders.ada());

    assertThat(wishes().all()).containsExactly(Riders.boris());
  }

  @Test
  void hundredsAreKept() {
    List<RiderId> many =
        IntStream.range(0, 300).mapToObj(number -> new RiderId("r" + number)).toList();

    many.forEach(wishes()::add);

    assertThat(wishes().all()).containsExactlyInAnyOrderElementsOf(many);
  }

  @Test
  void whatIsAddedAtOnceIsKept() throws InterruptedException {
    List<Thread> adding =
        IntStream.range(0, 20)
            .mapToObj(number -> new RiderId("r" + number))
            .map(rider -> Thread.ofVirtual().start(() -> wishes().add(rider)))
            .toList();
    for (Thread each : adding) {
      each.join();
    }

    assertThat(wishes().all()).hasSize(20);
  }
}
