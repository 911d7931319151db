package dev.riderphotos.rider;

import dev.riderphotos.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Notes that a verified rider was here, at most once a day: more often it is not to be known. Of
 * who is not verified nothing is noted. Who is erased meanwhile leaves nothing behind, for the
 * profile is looked for once more when all is written.
 */
public final class SeeRider {
  private static final Duration OFTEN_ENOUGH = Duration.ofDays(1);
  private static final int MOST_ATTEMPTS = 10;

  private final Sightings sightings;
  private final RiderProfiles profiles;
  private final InstantSource clock;

  public SeeRider(Sightings sightings, RiderProfiles profiles, InstantSource clock) {
    this.sightings = sightings;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** Seeing a stranger is harmless. */
  public void see(RiderId rider) {
    boolean noted = false;
    for (int attempt = 0; !noted && attempt < MOST_ATTEMPTS; attempt++) {
      noted = noteOnce(rider);
    }
    if (!noted) {
      throw new Conflict("note that a rider was here");
    }
  }

  /** False if another write came between. */
  private boolean noteOnce(RiderId rider) {
    Sighting before = sightings.find(rider).orElse(null);
    if ((before != null && isFresh(before)) || profiles.find(rider).isEmpty()) {
      return true;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    boolean written =
        sightings.replace(before, before == null ? Sighting.of(rider, now) : before.again(now));
    if (profiles.find(rider).isEmpty()) {
      sightings.forget(rider);
    }
    return written;
  }

  private boolean isFresh(Sighting sighting) {
    return sighting.toldAt() == null
        && sighting.seenAt().plus(OFTEN_ENOUGH).isAfter(clock.instant());
  }
}
