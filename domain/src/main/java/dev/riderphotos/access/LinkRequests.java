package dev.riderphotos.access;

import dev.riderphotos.rider.RiderId;
import java.util.List;
import java.util.Optional;

/**
 * New links that riders have asked for and not been given yet; one of each rider. Writes are atomic
 * and durable when the call returns, and seen by the next call, whichever process makes it. Faults
 * are {@link dev.riderphotos.BackendException}s.
 */
public interface LinkRequests {
  /** Keeps the request, unless one of the rider is open, which then stays as it is. */
  void open(LinkRequest request);

  /** Empty if none of the rider is open. */
  Optional<LinkRequest> find(RiderId rider);

  /** All that are open, the first asked first. */
  List<LinkRequest> all();

  /** Forgets the rider's request, for it was answered; harmless if there is none. */
  void close(RiderId rider);
}
