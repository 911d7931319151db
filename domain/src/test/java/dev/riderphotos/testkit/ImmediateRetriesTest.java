package dev.riderphotos.testkit;

import dev.riderphotos.Retries;

class ImmediateRetriesTest extends RetriesContract {
  @Override
  protected Retries retries() {
    return new ImmediateRetries();
  }

  @Override
  protected int maxAttempts() {
    return 7;
  }
}
