package dev.riderphotos.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * When was swept last, and who sweeps now: one record, which all processes that share the data
 * share. Writes are atomic and durable when the call returns, reads see the last write; times are
 * kept to the second. Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface Sweeps {
  /** When the last sweep was begun that came to its end; empty if none did. */
  Optional<Instant> last();

  /**
   * Has this one sweep until then, unless another does by now; to be repeated while it goes on.
   *
   * @param sweeper a name that no other has
   * @return whether it does
   */
  boolean take(String sweeper, Instant now, Instant until);

  /** Nobody sweeps any more, if it was this one. */
  void release(String sweeper);

  /** Notes that a sweep came to its end, which was begun then. A repeated call changes nothing. */
  void done(Instant begunAt);
}
