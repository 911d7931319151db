package dev.riderphotos.aws;

import java.time.Duration;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.metrics.SdkMetric;

/** Tells a watcher of calls and attempts as the SDK measures them. */
final class AwsCallMetrics implements MetricPublisher {
  private final AwsCallWatcher watcher;

  AwsCallMetrics(AwsCallWatcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public void publish(MetricCollection call) {
    String service = first(call, CoreMetric.SERVICE_ID, "");
    String operation = first(call, CoreMetric.OPERATION_NAME, "");
    for (MetricCollection attempt : call.children()) {
      attempt
          .metricValues(CoreMetric.ERROR_TYPE)
          .forEach(kind -> watcher.attemptFailed(service, operation, kind));
    }
    watcher.ended(
        service,
        operation,
        first(call, CoreMetric.API_CALL_SUCCESSFUL, false),
        first(call, CoreMetric.API_CALL_DURATION, Duration.ZERO));
  }

  private static <T> T first(MetricCollection call, SdkMetric<T> metric, T otherwise) {
    return call.metricValues(metric).stream().findFirst().orElse(otherwise);
  }

  @Override
  public void close() {}
}
