package dev.riderphotos.app.server;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Asks every backend whether it answers. */
@Singleton
final class BackendsHealth implements HealthIndicator {
  private final List<HealthChecked> backends;

  BackendsHealth(List<HealthChecked> backends) {
    this.backends = backends;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Flux.fromIterable(backends)
        .map(BackendsHealth::check)
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static HealthResult check(HealthChecked backend) {
    HealthResult.Builder result = HealthResult.builder(backend.name());
    try {
      backend.check();
      return result.status(HealthStatus.UP).build();
    } catch (BackendException fault) {
      return result.status(HealthStatus.DOWN).details(fault.getMessage()).build();
    }
  }
}
