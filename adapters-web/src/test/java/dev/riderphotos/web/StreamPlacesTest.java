package dev.riderphotos.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.testkit.Concurrently;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamPlacesTest {
  private final StreamPlaces places = new StreamPlaces();

  @Test
  void oneCallerHasItsShareAndNoMore() {
    assertThat(taken("ada", StreamPlaces.ALL)).hasSize(StreamPlaces.FOR_ONE);
    assertThat(places.take("boris")).isPresent();
  }

  @Test
  void allTogetherHaveSoMany() {
    for (int caller = 0; caller < StreamPlaces.ALL / StreamPlaces.FOR_ONE; caller++) {
      assertThat(taken("caller " + caller, StreamPlaces.FOR_ONE)).hasSize(StreamPlaces.FOR_ONE);
    }
    assertThat(places.take("late")).isEmpty();
  }

  @Test
  void aPlaceIsGivenBackOnce() {
    List<StreamPlaces.Place> mine = taken("ada", StreamPlaces.FOR_ONE);

    mine.getFirst().leave();
    mine.getFirst().leave();

    assertThat(taken("ada", 2)).hasSize(1);
  }

  @Test
  void whateverComesAndGoesNothingIsLostAndNobodyHasTooMany() {
    Random random = new Random(5);
    Map<String, List<StreamPlaces.Place>> held = new HashMap<>();
    for (int round = 0; round < 20_000; round++) {
      String caller = "caller " + random.nextInt(20);
      List<StreamPlaces.Place> own = held.computeIfAbsent(caller, _ -> new ArrayList<>());
      int all = held.values().stream().mapToInt(List::size).sum();
      if (random.nextInt(5) < 3) {
        Optional<StreamPlaces.Place> place = places.take(caller);
        assertThat(place.isPresent())
            .isEqualTo(all < StreamPlaces.ALL && own.size() < StreamPlaces.FOR_ONE);
        place.ifPresent(own::add);
      } else if (!own.isEmpty()) {
        own.remove(random.nextInt(own.size())).leave();
      }
    }
  }

  @Test
  void ofManyAtOnceNobodyIsCountedTwice() {
    var _ = Concurrently.call(16, _ -> comeAndGo(500));

    assertThat(taken("ada", StreamPlaces.ALL)).hasSize(StreamPlaces.FOR_ONE);
  }

  private int comeAndGo(int times) {
    for (int i = 0; i < times; i++) {
      places.take("ada").ifPresent(StreamPlaces.Place::leave);
    }
    return times;
  }

  private List<StreamPlaces.Place> taken(String caller, int attempts) {
    List<StreamPlaces.Place> taken = new ArrayList<>();
    for (int i = 0; i < attempts; i++) {
      places.take(caller).ifPresent(taken::add);
    }
    return taken;
  }
}
