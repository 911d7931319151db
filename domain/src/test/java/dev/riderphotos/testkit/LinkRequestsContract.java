package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.LinkRequest;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link LinkRequests} keeps. */
public abstract class LinkRequestsContract {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  /** None is open; the same ones whenever they are asked for in one test. */
  protected abstract LinkRequests requests();

  @Test
  void worksWhenEmpty() {
    assertThat(requests().all()).isEmpty();
    assertThat(requests().find(Riders.ada())).isEmpty();
    requests().close(Riders.ada());
  }

  @ParameterizedTest
  @EnumSource
  void aRequestIsKeptAsItIs(Language language) {
    LinkRequest request =
        new LinkRequest(
            new RiderId("a ☕' % _/.\\"),
            new EmailAddress("ada@example.com"),
            Duration.ofDays(366),
            language,
            NOON);

    requests().open(request);

    assertThat(requests().find(request.rider())).contains(request);
    assertThat(requests().all()).containsExactly(request);
    assertThat(requests().find(Riders.ada())).isEmpty();
  }

  @Test
  void oneOfARiderIsOpenTheFirst() {
    requests().open(of(Riders.ada(), NOON));
    requests().open(of(Riders.ada(), NOON.plusSeconds(1)));

    assertThat(requests().all()).containsExactly(of(Riders.ada(), NOON));
  }

  @Test
  void whatIsClosedMayBeAskedForAgain() {
    requests().open(of(Riders.ada(), NOON));
    requests().open(of(Riders.boris(), NOON));

    requests().close(Riders.ada());
    requests().close(Riders.ada());
    assertThat(requests().all()).containsExactly(of(Riders.boris(), NOON));

    requests().open(of(Riders.ada(), NOON.plusSeconds(2)));
    assertThat(requests().find(Riders.ada())).contains(of(Riders.ada(), NOON.plusSeconds(2)));
  }

  @Test
  void theFirstAskedIsTheFirst() {
    List<LinkRequest> many =
        IntStream.range(0, 120)
            .mapToObj(n -> of(new RiderId("r" + n), NOON.plusSeconds(n)))
            .toList();
    many.reversed().forEach(requests()::open);

    assertThat(requests().all()).isEqualTo(many);
  }

  private static LinkRequest of(RiderId rider, Instant at) {
    return new LinkRequest(rider, null, Duration.ofHours(1), Language.GERMAN, at);
  }
}
