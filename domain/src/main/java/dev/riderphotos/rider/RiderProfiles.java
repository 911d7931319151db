package dev.riderphotos.rider;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verified riders. A rider has one profile or none. Writes are atomic and durable when the call
 * returns, reads see the last write. Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface RiderProfiles {
  /** Empty if the rider is not verified. */
  Optional<RiderProfile> find(RiderId rider);

  /**
   * Writes the profile if the rider's present one is {@code expected} ({@code null}: none), in one
   * atomic step. Writing what is there already is a success, so the call may be repeated.
   *
   * @return the profile that is there after the call: {@code next} if it was written, else the one
   *     that came between, or empty if there is none
   */
  Optional<RiderProfile> replace(@Nullable RiderProfile expected, RiderProfile next);

  /** Deletes the profile for good if it still is this one; harmless when it is not. */
  void delete(RiderProfile profile);

  /**
   * Some of those who are verified, at most so many, in an order of the adapter's own; fewer if
   * these are the last. Who is verified all the while is found exactly once by who goes on from the
   * last, also if that one is verified no more.
   *
   * @param after where to go on; {@code null}: from the first
   */
  List<RiderId> riders(@Nullable RiderId after, int limit);
}
