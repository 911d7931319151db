package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.LinkId;
import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.NotedLink;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link LinkRegister} keeps. */
public abstract class LinkRegisterContract {
  private static final Instant NOON = Instant.parse("2100-01-01T12:00:00.123Z");
  private static final Instant NIGHT = Instant.parse("2100-01-02T00:00:00Z");
  private static final int MOST = 1000;

  /** Nothing is noted; the same one whenever it is asked for in one test. */
  protected abstract LinkRegister register();

  @Test
  void worksWhenEmpty() {
    assertThat(register().all(NOON, MOST)).isEmpty();
    assertThat(register().of(Riders.ada(), NOON, MOST)).isEmpty();
    register().forget(Riders.ada());
    register().forgetExpired(NOON);
  }

  @Test
  void aLinkIsNotedAsItIs() {
    NotedLink link = link(1, new RiderId("a ☕' % _/.\\"), NOON, NIGHT);

    register().note(link);
    register().note(link);

    assertThat(register().of(link.rider(), NOON, MOST)).containsExactly(link);
    assertThat(register().all(NOON, MOST)).containsExactly(link);
    assertThat(register().of(Riders.ada(), NOON, MOST)).isEmpty();
  }

  @Test
  void ofARiderTheLastMadeIsTheFirst() {
    NotedLink first = link(2, Riders.ada(), NOON, NIGHT);
    NotedLink second = link(1, Riders.ada(), NOON.plusMillis(1), NIGHT);
    NotedLink third = link(3, Riders.ada(), NOON.plusMillis(2), NIGHT);
    List.of(second, third, first).forEach(register()::note);
    register().note(link(4, new RiderId("ada b"), NOON, NIGHT));
    register().note(link(5, new RiderId("Ada"), NOON, NIGHT));

    assertThat(register().of(Riders.ada(), NOON, MOST)).containsExactly(third, second, first);
    assertThat(register().of(Riders.ada(), NOON, 2)).containsExactly(third, second);
  }

  @Test
  void everybodysAreByRiders() {
    List<NotedLink> many =
        IntStream.range(0, 120)
            .mapToObj(n -> link(n, new RiderId("r%03d".formatted(n)), NOON, NIGHT))
            .toList();
    many.reversed().forEach(register()::note);

    assertThat(register().all(NOON, MOST)).isEqualTo(many);
    assertThat(register().all(NOON, 110)).isEqualTo(many.subList(0, 110));
  }

  @Test
  void whatHasExpiredIsNotToldOf() {
    NotedLink night = link(1, Riders.ada(), NOON, NIGHT);
    NotedLink later = link(2, Riders.ada(), NOON.plusMillis(1), NIGHT.plusSeconds(1));
    register().note(night);
    register().note(later);

    assertThat(register().of(Riders.ada(), NIGHT.minusMillis(1), MOST))
        .containsExactly(later, night);
    assertThat(register().of(Riders.ada(), NIGHT, MOST)).containsExactly(later);
    assertThat(register().all(NIGHT, MOST)).containsExactly(later);
    assertThat(register().all(NIGHT, 1)).containsExactly(later);

    register().forgetExpired(NIGHT);
    assertThat(register().all(NOON, MOST)).containsExactly(later);
    register().forgetExpired(NIGHT);
    assertThat(register().all(NOON, MOST)).containsExactly(later);
  }

  @Test
  void aRidersAreForgottenAndNobodyElses() {
    NotedLink other = link(3, new RiderId("ada b"), NOON, NIGHT);
    register().note(link(1, Riders.ada(), NOON, NIGHT));
    register().note(link(2, Riders.ada(), NOON, NIGHT));
    register().note(other);

    register().forget(Riders.ada());
    register().forget(Riders.ada());

    assertThat(register().of(Riders.ada(), NOON, MOST)).isEmpty();
    assertThat(register().all(NOON, MOST)).containsExactly(other);
  }

  private static NotedLink link(int number, RiderId rider, Instant madeAt, Instant expiresAt) {
    return new NotedLink(new LinkId("%016x".formatted(number)), rider, madeAt, expiresAt);
  }
}
