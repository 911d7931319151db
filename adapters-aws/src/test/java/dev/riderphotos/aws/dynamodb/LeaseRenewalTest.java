package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeaseRenewalTest {
  @Test
  void goesOnAfterAFaultThatItTells() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(3);

    try (var _ =
        new LeaseRenewal(
            () -> {
              throw new IllegalStateException("on purpose");
            },
            Duration.ofMillis(1),
            _ -> told.countDown())) {
      assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
