package dev.riderphotos.rider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When riders were last here; one of each rider. Writes are atomic and durable when the call
 * returns, reads see the last write, whichever process makes it; times are kept to the second.
 * Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface Sightings {
  /** Empty if nothing is known of the rider. */
  Optional<Sighting> find(RiderId rider);

  /**
   * Writes the sighting if the rider's present one is {@code expected} ({@code null}: none), in one
   * atomic step. Writing what is there already is a success, so the call may be repeated.
   *
   * @return whether it is there after the call
   */
  boolean replace(@Nullable Sighting expected, Sighting next);

  /** Deletes the rider's for good; harmless when there is none. */
  void forget(RiderId rider);
}
