package dev.riderphotos.review;

import dev.riderphotos.rider.RiderId;
import java.util.List;

/**
 * What decisions left behind. Every call may be repeated without harm; writes are atomic and
 * durable when the call returns, reads see the last write. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface Judgements {
  /** Notes the judgement, unless one of its key is noted already, which stays as it is. */
  void add(Judgement judgement);

  /** Takes the judgement of this key back; harmless when it is not there. */
  void remove(Judgement judgement);

  /** All that the rider is one of, each once, in any order; of a rider there are few. */
  List<Judgement> of(RiderId rider);

  /** Deletes for good all that the rider is one of; harmless when there is none. */
  void forget(RiderId rider);
}
