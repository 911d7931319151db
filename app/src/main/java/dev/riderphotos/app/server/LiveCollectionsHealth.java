package dev.riderphotos.app.server;

import dev.riderphotos.BackendException;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells which collection is live for each role. */
@Singleton
final class LiveCollectionsHealth implements HealthIndicator {
  private static final String NAME = "live face collections";

  private final LiveCollections live;

  LiveCollectionsHealth(LiveCollections live) {
    this.live = live;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromCallable(this::result).subscribeOn(Schedulers.boundedElastic());
  }

  private HealthResult result() {
    HealthResult.Builder result = HealthResult.builder(NAME);
    try {
      Map<String, String> named = new TreeMap<>();
      for (Role role : Role.values()) {
        named.put(role.name().toLowerCase(Locale.ROOT), live.of(role).value());
      }
      return result.status(HealthStatus.UP).details(named).build();
    } catch (BackendException fault) {
      return result.status(HealthStatus.DOWN).details(fault.getMessage()).build();
    }
  }
}
