package dev.riderphotos.aws;

import java.time.Duration;

/** Sees how calls of AWS go, to count and time them. Must not throw. */
public interface AwsCallWatcher {
  /** Ignores every call. */
  AwsCallWatcher NONE =
      new AwsCallWatcher() {
        @Override
        public void attemptFailed(String service, String operation, String kind) {}

        @Override
        public void ended(String service, String operation, boolean succeeded, Duration took) {}
      };

  /**
   * One attempt failed; there may be another.
   *
   * @param kind {@code Throttling}, {@code ServerError}, {@code ConfiguredTimeout}, {@code IO} or
   *     {@code Other}, as the SDK says it
   */
  void attemptFailed(String service, String operation, String kind);

  /** The call came to its end, after all its attempts. */
  void ended(String service, String operation, boolean succeeded, Duration took);
}
