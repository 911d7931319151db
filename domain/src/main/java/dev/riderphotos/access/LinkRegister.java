package dev.riderphotos.access;

import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.List;

/**
 * Which links riders were given, as long as they have not expired, so that somebody can look and
 * end them. A link is worth what its signature says, whether it is noted or not. Writes are durable
 * when the call returns, and seen by the next call, whichever process makes it. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface LinkRegister {
  /** Notes a link; doing so again is harmless. */
  void note(NotedLink link);

  /** A rider's that have not expired by now, the last made first, at most {@code limit}. */
  List<NotedLink> of(RiderId rider, Instant now, int limit);

  /**
   * Everybody's that have not expired by now, in the order of the riders' ids, at most {@code
   * limit}. Where there are more, some of the last rider may be left out, too.
   */
  List<NotedLink> all(Instant now, int limit);

  /** Forgets all of a rider; harmless if there are none. It ends none of them. */
  void forget(RiderId rider);

  /** Forgets those that have expired by now; they are not told of before, either. */
  void forgetExpired(Instant now);
}
