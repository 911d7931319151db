package dev.riderphotos.retention;

import dev.riderphotos.BackendException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One sweep: what is due is counted, and done if anything is to be done. What cannot be done keeps
 * nothing else from it, until it is clear that nothing can.
 */
final class Pass {
  private static final int MOST_FAULTS = 10;

  private final Instant now;
  private final boolean doing;
  private final BooleanSupplier goesOn;
  private final RetentionWatcher watcher;
  private final Map<Kept, Long> counts = new EnumMap<>(Kept.class);
  private final Map<Kept, Instant> oldest = new EnumMap<>(Kept.class);
  private long told;
  private int faults;
  private @Nullable BackendException first;

  /**
   * Begins a sweep.
   *
   * @param doing whether anything is to be done; else it is counted alone
   * @param goesOn is asked between two steps
   */
  Pass(Instant now, boolean doing, BooleanSupplier goesOn, RetentionWatcher watcher) {
    this.now = now;
    this.doing = doing;
    this.goesOn = goesOn;
    this.watcher = watcher;
  }

  Instant now() {
    return now;
  }

  boolean doing() {
    return doing;
  }

  boolean goesOn() {
    return goesOn.getAsBoolean();
  }

  /** This goes, which was over with then. */
  void goes(Kept kept, Instant since, Runnable deed) {
    if (doing) {
      deed.run();
      watcher.deleted(kept);
    }
    counts.merge(kept, 1L, Long::sum);
    oldest.merge(kept, since, (one, other) -> one.isBefore(other) ? one : other);
  }

  /** A rider is told. */
  void tells(Runnable deed) {
    if (doing) {
      deed.run();
      watcher.told();
    }
    told++;
  }

  /** Looks at one, by itself. */
  void look(Runnable at) {
    try {
      at.run();
    } catch (BackendException fault) {
      if (first == null) {
        first = fault;
      }
      if (++faults == MOST_FAULTS) {
        throw first;
      }
    }
  }

  /** What was done; throws the first fault, if there was one. */
  Swept ended(boolean complete) {
    if (first != null) {
      throw first;
    }
    return new Swept(counts, oldest, told, complete);
  }
}
