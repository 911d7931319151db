package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.rider.Sightings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Sightings} keeps. */
public abstract class SightingsContract {
  private static final int THREADS = 16;
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Sighting FIRST = Sighting.of(Riders.ada(), NOON);

  /** Nobody was seen; the same ones whenever they are asked for in one test. */
  protected abstract Sightings sightings();

  @Test
  void worksWhenEmpty() {
    assertThat(sightings().find(Riders.ada())).isEmpty();
    sightings().forget(Riders.ada());
    assertThat(sightings().find(Riders.ada())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSightingIsKeptAsItIs(Language language) {
    Sighting whole = FIRST.with(new EmailAddress("ada@example.com"), language);
    Sighting told = whole.told(NOON.plusSeconds(86_400));

    assertThat(sightings().replace(null, FIRST)).isTrue();
    assertThat(sightings().find(Riders.ada())).contains(FIRST);
    assertThat(sightings().replace(FIRST, whole)).isTrue();
    assertThat(sightings().find(Riders.ada())).contains(whole);
    assertThat(sightings().replace(whole, told)).isTrue();
    assertThat(sightings().find(Riders.ada())).contains(told);
    assertThat(sightings().replace(told, told.again(NOON.plusSeconds(90_000)))).isTrue();
    assertThat(sightings().find(Riders.ada())).contains(whole.again(NOON.plusSeconds(90_000)));
  }

  @Test
  void ridersAreKeptApart() {
    List<Sighting> all = Riders.odd().stream().map(rider -> Sighting.of(rider, NOON)).toList();
    assertThat(all).allMatch(each -> sightings().replace(null, each));
    assertThat(all).allSatisfy(each -> assertThat(sightings().find(each.rider())).contains(each));

    sightings().forget(all.getFirst().rider());

    assertThat(sightings().find(all.getFirst().rider())).isEmpty();
    assertThat(all.subList(1, all.size()))
        .allSatisfy(each -> assertThat(sightings().find(each.rider())).contains(each));
  }

  @Test
  void whoExpectsSomethingElseWritesNothing() {
    assertThat(sightings().replace(FIRST, FIRST.told(NOON))).isFalse();
    assertThat(sightings().find(Riders.ada())).isEmpty();

    assertThat(sightings().replace(null, FIRST)).isTrue();
    assertThat(sightings().replace(null, FIRST.told(NOON))).isFalse();
    assertThat(sightings().replace(FIRST.told(NOON), FIRST.again(NOON.plusSeconds(1)))).isFalse();
    assertThat(sightings().find(Riders.ada())).contains(FIRST);
  }

  @Test
  void writingWhatIsThereIsASuccess() {
    assertThat(sightings().replace(null, FIRST)).isTrue();
    assertThat(sightings().replace(null, FIRST)).isTrue();
    assertThat(sightings().replace(FIRST, FIRST)).isTrue();
    assertThat(sightings().find(Riders.ada())).contains(FIRST);
  }

  @RepeatedTest(5)
  void ofManyAtOnceOneIsWritten() {
    assertThat(sightings().replace(null, FIRST)).isTrue();

    List<Boolean> written =
        Concurrently.call(
            THREADS,
            number -> sightings().replace(FIRST, FIRST.again(NOON.plusSeconds(number + 1))));

    assertThat(written.stream().filter(each -> each)).hasSize(1);
  }
}
