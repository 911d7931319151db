package dev.riderphotos.rekognition;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestRateTest {
  private Instant now = Instant.EPOCH;

  @Test
  void aSecondsWorthMayComeAtOnceAndThenOneByOne() {
    RequestRate rate = new RequestRate(2, () -> now);
    rate.take();
    rate.take();
    assertThrottled(rate);

    now = now.plusMillis(500);
    rate.take();
    assertThrottled(rate);

    now = now.plusSeconds(60);
    rate.take();
    rate.take();
    assertThrottled(rate);
  }

  @Test
  void aRateBelowOneLetsOneThroughNowAndThen() {
    RequestRate rate = new RequestRate(0.5, () -> now);
    rate.take();
    now = now.plusSeconds(1);
    assertThrottled(rate);
    now = now.plusSeconds(1);
    rate.take();
  }

  @Test
  void aClockThatIsSetBackDoesNoHarm() {
    RequestRate rate = new RequestRate(1, () -> now);
    rate.take();
    now = now.minusSeconds(60);
    assertThrottled(rate);
    now = now.plusSeconds(1);
    rate.take();
  }

  @Test
  void withoutARateAllComeThrough() {
    RequestRate rate = new RequestRate(0, () -> now);
    for (int i = 0; i < 1000; i++) {
      rate.take();
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new RequestRate(-1, () -> now));
    assertThatIllegalArgumentException().isThrownBy(() -> new RequestRate(Double.NaN, () -> now));
  }

  private static void assertThrottled(RequestRate rate) {
    assertThatExceptionOfType(RekognitionException.class)
        .isThrownBy(rate::take)
        .extracting(RekognitionException::type)
        .isEqualTo("ThrottlingException");
  }
}
