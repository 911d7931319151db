package dev.riderphotos.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.testkit.Riders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacesTest {
  /** 10 places in all, 5 for one caller. */
  private final Places places = new Places(new QueueSettings(2, 8, 3));

  @Test
  void noRiderHasMoreThanAShare() {
    List<Place> adas = take(3, 0, null);

    assertThat(places.reserve(Riders.number(0), null)).isEmpty();
    assertThat(places.reserve(Riders.number(1), null)).isPresent();
    adas.getFirst().close();
    assertThat(places.reserve(Riders.number(0), null)).isPresent();
  }

  @Test
  void noCallerHasMoreThanHalf() {
    IntStream.range(0, 5).forEach(rider -> take(1, rider, "key"));

    assertThat(places.reserve(Riders.number(9), "key")).isEmpty();
    assertThat(places.reserve(Riders.number(9), "another key")).isPresent();
  }

  @Test
  void aCallerIsNotTakenForARiderOfTheSameName() {
    take(3, 0, null);

    assertThat(places.reserve(Riders.number(1), Riders.number(0).value())).isPresent();
  }

  @Test
  void thereAreSoManyInAll() {
    IntStream.range(0, 10).forEach(rider -> take(1, rider, null));

    assertThat(places.reserve(Riders.number(10), null)).isEmpty();
  }

  @Test
  void aPlaceIsGivenBackOnce() {
    Place place = take(1, 0, null).getFirst();
    place.close();
    place.close();
    place.release();
    IntStream.range(0, 10).forEach(rider -> take(1, rider, null));

    assertThat(places.reserve(Riders.number(10), null)).isEmpty();
  }

  @Test
  void whatAnExecutionHasIsFreeWhenItHasEnded() {
    List<Place> adas = take(3, 0, null);
    adas.forEach(Place::passOn);
    adas.forEach(Place::close);
    assertThat(places.reserve(Riders.number(0), null)).isEmpty();

    adas.forEach(Place::release);

    assertThat(places.reserve(Riders.number(0), null)).isPresent();
  }

  @Test
  void thereIsRoomForOne() {
    assertThatThrownBy(() -> new QueueSettings(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new QueueSettings(1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new QueueSettings(1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** However they come and go: nobody has more than a share, and in the end all are free again. */
  @ParameterizedTest
  @MethodSource("seeds")
  void noPlaceIsLost(long seed) {
    Random random = new Random(seed);
    List<Place> taken = new ArrayList<>();
    for (int step = 0; step < 300; step++) {
      if (random.nextBoolean()) {
        places
            .reserve(Riders.number(random.nextInt(6)), "caller " + random.nextInt(3))
            .ifPresent(taken::add);
      } else if (!taken.isEmpty()) {
        taken.remove(random.nextInt(taken.size())).close();
      }
      assertThat(taken).hasSizeLessThanOrEqualTo(10);
      for (int rider = 0; rider < 6; rider++) {
        assertThat(ofRider(taken, rider)).hasSizeLessThanOrEqualTo(3);
      }
    }
    taken.forEach(Place::close);
    IntStream.range(0, 10).forEach(rider -> take(1, rider, null));
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  private static List<Place> ofRider(List<Place> taken, int rider) {
    return taken.stream().filter(place -> place.rider().equals(Riders.number(rider))).toList();
  }

  private List<Place> take(int count, int rider, @Nullable String caller) {
    return IntStream.range(0, count)
        .mapToObj(_ -> places.reserve(Riders.number(rider), caller))
        .map(Optional::orElseThrow)
        .toList();
  }
}
