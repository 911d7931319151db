package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.testkit.Concurrently;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a key may call, counted over HTTP. */
class KeyLimitsApiTest {
  private static final int AT_ONCE = 50;

  @RegisterExtension private static final RunningServer SERVER = new RunningServer();

  /** What comes back within a second must not blur the count: only the day's limit strikes. */
  @RegisterExtension
  private static final RunningServer DAILY =
      new RunningServer(Map.of("keys.burst", 1000, "keys.per-second", 1000, "keys.per-day", 20));

  @Test
  void fiftyAtOnceAreTwentyFiveAndWhatComesBackMeanwhile() {
    String one = key(SERVER);
    String other = key(SERVER);
    long start = System.nanoTime();

    List<Answer> answers = Concurrently.call(AT_ONCE, _ -> info(SERVER, one));

    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(allowed(answers)).isBetween(25L, 25L + (long) Math.ceil(10 * seconds));
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(
            answer -> {
              assertThat(answer.isProblem(429).header("Retry-After")).isEqualTo("1");
              assertThat(answer.header("RateLimit-Policy")).contains("q=25", "q=500;w=86400");
            });
    assertThat(info(SERVER, other).status()).isEqualTo(200);
  }

  @Test
  void theDaysLimitHoldsExactlyForEachKey() {
    for (String key : List.of(key(DAILY), key(DAILY))) {
      List<Answer> answers = Concurrently.call(AT_ONCE, _ -> info(DAILY, key));

      assertThat(allowed(answers)).isEqualTo(20);
      assertThat(info(DAILY, key).isProblem(429).header("RateLimit")).contains("\"day\";r=0");
    }
  }

  private static long allowed(List<Answer> answers) {
    return answers.stream().filter(answer -> answer.status() == 200).count();
  }

  private static Answer info(RunningServer server, String key) {
    return server.client().send("GET", "/v1/info", Map.of("x-api-key", key), new byte[0]);
  }

  private static String key(RunningServer server) {
    return server
        .application()
        .get(CreateApiKey.class)
        .create("test", Set.of(Scope.SEARCH))
        .secret()
        .reveal();
  }
}
