package dev.riderphotos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.Retries;
import dev.riderphotos.queue.Pauses;
import dev.riderphotos.testkit.RetriesContract;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailsafeRetriesTest extends RetriesContract {
  @Override
  protected Retries retries() {
    return new FailsafeRetries(maxAttempts(), Duration.ofMillis(1), Pauses.OF_NOBODY);
  }

  @Test
  void othersHearOfEveryPause() {
    List<String> heard = new ArrayList<>();
    Retries retries = new FailsafeRetries(3, Duration.ofMillis(1), hearing(heard));

    String result =
        retries.call(
            attempt -> {
              heard.add("attempt " + attempt);
              if (attempt < 3) {
                throw new BackendException("read", true, new IOException("on purpose"));
              }
              return "done";
            });

    assertThat(result).isEqualTo("done");
    assertThat(heard)
        .containsExactly("attempt 1", "begin", "end", "attempt 2", "begin", "end", "attempt 3");
  }

  @Test
  void whatFailsForGoodEndsWithoutAPause() {
    List<String> heard = new ArrayList<>();
    Retries retries = new FailsafeRetries(2, Duration.ofMillis(1), hearing(heard));

    assertThatThrownBy(
            () ->
                retries.call(
                    _ -> {
                      throw new BackendException("read", true, new IOException("on purpose"));
                    }))
        .isInstanceOf(BackendException.class);
    assertThat(heard).containsExactly("begin", "end");
  }

  private static Pauses hearing(List<String> heard) {
    return new Pauses() {
      @Override
      public void begin() {
        heard.add("begin");
      }

      @Override
      public void end() {
        heard.add("end");
      }
    };
  }

  @Override
  protected int maxAttempts() {
    return 7;
  }
}
