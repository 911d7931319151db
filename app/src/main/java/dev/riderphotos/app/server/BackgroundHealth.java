package dev.riderphotos.app.server;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Tells of work in the background that fails and fails. The server goes on serving, so it is not
 * DOWN: who restarts what is down would stop what works, and mend nothing, for such work fails when
 * something behind the server does, or some one thing can never be dealt with. It is {@code LATE},
 * answered with 200 like UP, and an operator sees which work and since when.
 */
@Singleton
final class BackgroundHealth implements HealthIndicator {
  /** Of unknown use, as the framework has it: worse than UP and not as bad as DOWN. */
  static final HealthStatus LATE =
      new HealthStatus("LATE", "Work in the background fails", null, null);

  private final Background background;

  BackgroundHealth(Background background) {
    this.background = background;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromSupplier(this::result);
  }

  private HealthResult result() {
    Map<String, String> late = new TreeMap<>();
    background
        .all()
        .forEach(
            work ->
                work.late().ifPresent(since -> late.put(work.what(), "has failed since " + since)));
    return HealthResult.builder("background", late.isEmpty() ? HealthStatus.UP : LATE)
        .details(late)
        .build();
  }
}
