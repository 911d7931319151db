package dev.riderphotos.verification;

import dev.riderphotos.rider.RiderId;
import java.util.List;

/**
 * Riders who are to be erased and are not yet: because a photo of theirs is being verified, or
 * because the erasure was cut short. Writes are atomic and durable when the call returns, and seen
 * by the next call, whichever process makes it. There are few at a time: hundreds, not hundreds of
 * thousands. Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface ErasureWishes {
  /** Keeps the wish until it is removed; one that is kept already stays as it is. */
  void add(RiderId rider);

  /** Whether a wish of the rider is kept. */
  boolean contain(RiderId rider);

  /** All whose wish is kept, in any order. */
  List<RiderId> all();

  /** Forgets the wish, for it is done; harmless if there is none. */
  void remove(RiderId rider);
}
