package dev.riderphotos.app;

import dev.riderphotos.testkit.RetriesContract;
import dev.riderphotos.verification.Retries;
import java.time.Duration;

class FailsafeRetriesTest extends RetriesContract {
  @Override
  protected Retries retries() {
    return new FailsafeRetries(maxAttempts(), Duration.ofMillis(1));
  }

  @Override
  protected int maxAttempts() {
    return 7;
  }
}
