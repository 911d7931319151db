package dev.riderphotos.rider;

import dev.riderphotos.language.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a verified rider was here, and how to reach them.
 *
 * @param seenAt when we last heard of the rider, to a day
 * @param email which the last photo came with; {@code null} if it named none
 * @param language of the rider, if that is known
 * @param toldAt when the rider was told that they were not here for long; {@code null} if that was
 *     not done since
 */
public record Sighting(
    RiderId rider,
    Instant seenAt,
    @Nullable EmailAddress email,
    @Nullable Language language,
    @Nullable Instant toldAt) {

  /** One of a rider of whom nothing else is known. */
  public static Sighting of(RiderId rider, Instant now) {
    return new Sighting(rider, now, null, null, null);
  }

  /** The rider was here again: what was told is told no more. */
  public Sighting again(Instant now) {
    return new Sighting(rider, now, email, language, null);
  }

  /** The same, with how to reach the rider; what is {@code null} is as it was. */
  public Sighting with(@Nullable EmailAddress address, @Nullable Language spoken) {
    return new Sighting(
        rider,
        seenAt,
        address == null ? email : address,
        spoken == null ? language : spoken,
        toldAt);
  }

  /** The rider was told. */
  public Sighting told(Instant now) {
    return new Sighting(rider, seenAt, email, language, now);
  }
}
