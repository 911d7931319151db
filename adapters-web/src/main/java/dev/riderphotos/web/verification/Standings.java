package dev.riderphotos.web.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Status;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.web.Closing;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Looks up how things stand with riders. */
@Singleton
class Standings {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** Of so many verified photos one is the profile's, or nobody knows any more since when. */
  private static final int VERIFIED = 10;

  private final RiderProfiles profiles;
  private final Executions executions;
  private final Closing closing;

  Standings(RiderProfiles profiles, Executions executions, Closing closing) {
    this.profiles = profiles;
    this.executions = executions;
    this.closing = closing;
  }

  Standing of(RiderId rider) {
    RiderProfile profile = profiles.find(rider).orElse(null);
    List<Execution> last = executions.list(new Filter(null, rider), null, 1).executions();
    return new Standing(
        profile, profile == null ? null : since(profile), last.isEmpty() ? null : last.getFirst());
  }

  /** How things stand now, and whenever that changed; ends when the server is about to. */
  Flux<Standing> watch(RiderId rider) {
    return Flux.interval(Duration.ZERO, LOOK_EVERY, Schedulers.boundedElastic())
        .onBackpressureDrop()
        .takeWhile(_ -> !closing.begun())
        .map(_ -> of(rider))
        .distinctUntilChanged()
        .onBackpressureLatest();
  }

  private @Nullable Instant since(RiderProfile profile) {
    return executions
        .list(new Filter(Status.VERIFIED, profile.rider()), null, VERIFIED)
        .executions()
        .stream()
        .filter(execution -> execution.submission().photo().equals(profile.photo()))
        .findFirst()
        .map(Execution::endedAt)
        .orElse(null);
  }
}
