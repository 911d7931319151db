package dev.riderphotos.testkit;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureLog;
import java.util.ArrayList;
import java.util.List;

/** Names riders, as no log that is kept may. */
public final class InMemoryErasureLog implements ErasureLog {
  private final List<RiderId> notes = new ArrayList<>();

  @Override
  public synchronized void note(RiderId rider) {
    notes.add(rider);
  }

  /** In the order in which they were made. */
  public synchronized List<RiderId> notes() {
    return List.copyOf(notes);
  }
}
