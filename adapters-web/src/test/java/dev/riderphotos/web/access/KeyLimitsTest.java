package dev.riderphotos.web.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.Scope;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.web.access.Caller.Identity;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyLimitsTest {
  private static final Caller ONE = caller("000000000001");
  private static final Caller OTHER = caller("000000000002");

  private final SettableMeter meter = new SettableMeter();
  private final KeyLimits limits = new KeyLimits(new KeyLimits.Rules(25, 10, 500), meter);

  @Test
  void aBurstPassesAndThenSoManyASecond() {
    assertThat(passed(ONE, 40)).isEqualTo(25);
    meter.goOn(Duration.ofMillis(99));
    assertThat(passed(ONE, 40)).isEqualTo(0);
    meter.goOn(Duration.ofMillis(1));
    assertThat(passed(ONE, 40)).isEqualTo(1);
    meter.goOn(Duration.ofSeconds(1));
    assertThat(passed(ONE, 40)).isEqualTo(10);
    meter.goOn(Duration.ofHours(1));
    assertThat(passed(ONE, 40)).isEqualTo(25);
  }

  @Test
  void aDayHasItsOwnLimit() {
    int day = 0;
    for (int second = 0; second < 100; second++) {
      day += passed(ONE, 10);
      meter.goOn(Duration.ofSeconds(1));
    }
    assertThat(day).isEqualTo(500);

    meter.goOn(Duration.ofHours(23));
    assertThat(passed(ONE, 30)).isEqualTo(0);
    meter.goOn(Duration.ofHours(1));
    assertThat(passed(ONE, 30)).isEqualTo(25);
  }

  @Test
  void keysDoNotShareALimit() {
    assertThat(passed(ONE, 40)).isEqualTo(25);
    assertThat(passed(OTHER, 40)).isEqualTo(25);
  }

  @Test
  void theLimitHoldsExactlyHoweverManyCallAtOnce() {
    int passed =
        Concurrently.call(16, number -> passed(number % 2 == 0 ? ONE : OTHER, 50)).stream()
            .mapToInt(Integer::intValue)
            .sum();

    assertThat(passed).isEqualTo(2 * 25);
  }

  @Test
  void everyAnswerSaysWhatIsLeft() {
    MutableHttpResponse<?> first = answer(ONE);
    int more = passed(ONE, 9);
    MutableHttpResponse<?> eleventh = answer(ONE);

    assertThat(more).isEqualTo(9);
    assertThat(first.header("RateLimit-Policy"))
        .isEqualTo("\"burst\";q=25;w=3, \"day\";q=500;w=86400");
    assertThat(first.header("RateLimit")).isEqualTo("\"burst\";r=24;t=1, \"day\";r=499");
    assertThat(eleventh.header("RateLimit")).isEqualTo("\"burst\";r=14;t=2, \"day\";r=489");
  }

  @Test
  void aRefusalSaysWhenToComeAgain() {
    assertThat(passed(ONE, 25)).isEqualTo(25);

    HttpResponse<?> refusal = requireNonNull(limits.take(request(), ONE));

    assertThat(refusal.code()).isEqualTo(429);
    assertThat(refusal.header("Retry-After")).isEqualTo("1");
  }

  private MutableHttpResponse<?> answer(Caller caller) {
    HttpRequest<?> request = request();
    assertThat(limits.take(request, caller)).isNull();
    MutableHttpResponse<?> answer = HttpResponse.ok();
    limits.tell(request, answer);
    return answer;
  }

  private int passed(Caller caller, int calls) {
    return (int)
        IntStream.range(0, calls).filter(_ -> limits.take(request(), caller) == null).count();
  }

  private static HttpRequest<?> request() {
    return HttpRequest.GET("/v1/search");
  }

  private static Caller caller(String id) {
    ApiKey key = new ApiKey(new KeyId(id), "", Set.of(Scope.SEARCH), Instant.EPOCH, null);
    return new Caller(AccessMode.SECURED, new Identity.Holder(key), Network.UNKNOWN);
  }
}
