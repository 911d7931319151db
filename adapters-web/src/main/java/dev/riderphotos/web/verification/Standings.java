package dev.riderphotos.web.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Status;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.web.Closing;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
  private final Cases cases;
  private final Closing closing;

  Standings(RiderProfiles profiles, Executions executions, Cases cases, Closing closing) {
    this.profiles = profiles;
    this.executions = executions;
    this.cases = cases;
    this.closing = closing;
  }

  Standing of(RiderId rider) {
    RiderProfile profile = profiles.find(rider).orElse(null);
    List<Execution> last = executions.list(new Filter(null, rider), null, 1).executions();
    return new Standing(
        profile,
        profile == null ? null : since(profile),
        last.isEmpty() ? null : last.getFirst(),
        decided(rider));
  }

  /** Cases that nobody decided end without a word. */
  private @Nullable Instant decided(RiderId rider) {
    return cases.of(rider).stream()
        .filter(each -> each.outcome() == Outcome.CARRIED_OUT)
        .map(Case::closedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
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
