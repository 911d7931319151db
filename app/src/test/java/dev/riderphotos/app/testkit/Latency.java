package dev.riderphotos.app.testkit;

import java.time.Duration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Puts a service further away: each request takes so much longer to get there. */
public final class Latency implements ExecutionInterceptor {
  private volatile Duration latency = Duration.ZERO;

  public void set(Duration duration) {
    latency = duration;
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    try {
      Thread.sleep(latency);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
