package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long an execution usually takes: the middle of the last hundred, as far as they have ended.
 * It is looked up once a minute at most, for every rider who waits asks for it.
 */
@Singleton
public class UsualTime {
  private static final int LAST = 100;
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Executions executions;
  private final InstantSource clock;
  private volatile @Nullable Known known;

  public UsualTime(Executions executions, InstantSource clock) {
    this.executions = executions;
    this.clock = clock;
  }

  private record Known(Optional<Duration> time, Instant since) {}

  /** Empty if none of them has ended. */
  public Optional<Duration> look() {
    Known last = known;
    Instant now = clock.instant();
    if (last == null || now.isAfter(last.since().plus(KEPT))) {
      last = new Known(middle(), now);
      known = last;
    }
    return last.time();
  }

  private Optional<Duration> middle() {
    List<Duration> times =
        executions.list(new Filter(null, null), null, LAST).executions().stream()
            .flatMap(UsualTime::time)
            .sorted()
            .toList();
    return times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() / 2));
  }

  private static Stream<Duration> time(Execution execution) {
    return Stream.ofNullable(execution.endedAt())
        .map(end -> Duration.between(execution.startedAt(), end));
  }
}
