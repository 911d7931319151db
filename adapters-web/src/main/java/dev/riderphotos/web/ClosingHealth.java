package dev.riderphotos.web;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tells load balancers to send nobody here any more. */
@Readiness
@Singleton
class ClosingHealth implements HealthIndicator {
  private final Closing closing;

  ClosingHealth(Closing closing) {
    this.closing = closing;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromSupplier(
        () ->
            HealthResult.builder("server", closing.begun() ? HealthStatus.DOWN : HealthStatus.UP)
                .build());
  }
}
