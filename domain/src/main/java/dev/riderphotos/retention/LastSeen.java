package dev.riderphotos.retention;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.rider.Sightings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a rider was last here: as it was noted, or since then by a photo. Of whom nothing is known,
 * the term begins now.
 *
 * @param noted what is noted; {@code null} if nothing is
 * @param present what is known now
 */
record LastSeen(@Nullable Sighting noted, Sighting present) {
  static LastSeen of(RiderId rider, Sightings sightings, Executions executions, Instant now) {
    Sighting noted = sightings.find(rider).orElse(null);
    Optional<Execution> latest =
        executions.list(new Filter(null, rider), null, 1).executions().stream().findFirst();
    return new LastSeen(
        noted,
        latest
            .map(execution -> sent(rider, noted, execution))
            .orElseGet(() -> noted == null ? Sighting.of(rider, seconds(now)) : noted));
  }

  private static Sighting sent(RiderId rider, @Nullable Sighting noted, Execution latest) {
    Instant sent = seconds(latest.startedAt());
    Sighting known = noted == null ? Sighting.of(rider, sent) : noted;
    Sighting present = sent.isAfter(known.seenAt()) ? known.again(sent) : known;
    return present.with(latest.submission().email(), latest.submission().language());
  }

  /** As times of sightings are kept. */
  static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
