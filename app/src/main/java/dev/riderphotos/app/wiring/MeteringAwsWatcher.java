package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsCallWatcher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Times calls of AWS, and counts attempts that failed: throttled, timed out, or otherwise. */
@Singleton
@Requires(property = Adapters.AWS, value = "true")
final class MeteringAwsWatcher implements AwsCallWatcher {
  private final MeterRegistry meters;

  MeteringAwsWatcher(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void attemptFailed(String service, String operation, String kind) {
    meters
        .counter(
            "rider.photos.aws.failed.attempts",
            "service",
            service,
            "operation",
            operation,
            "kind",
            kind)
        .increment();
  }

  @Override
  public void ended(String service, String operation, boolean succeeded, Duration took) {
    meters
        .timer(
            "rider.photos.aws.calls",
            "service",
            service,
            "operation",
            operation,
            "outcome",
            succeeded ? "SUCCEEDED" : "FAILED")
        .record(took);
  }
}
