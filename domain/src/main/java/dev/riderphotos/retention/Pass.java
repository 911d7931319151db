package dev.riderphotos.retention;

import dev.riderphotos.BackendException;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Origin;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  private final Audit audit;
  private final Set<Kept> audited = EnumSet.noneOf(Kept.class);
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
  Pass(Instant now, boolean doing, BooleanSupplier goesOn, RetentionWatcher watcher, Audit audit) {
    this.now = now;
    this.doing = doing;
    this.goesOn = goesOn;
    this.watcher = watcher;
    this.audit = audit;
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
      tellAudit(kept);
      deed.run();
      watcher.deleted(kept);
    }
    counts.merge(kept, 1L, Long::sum);
    oldest.merge(kept, since, (one, other) -> one.isBefore(other) ? one : other);
  }

  /** Once of all that goes; of riders each is told by itself. */
  private void tellAudit(Kept kept) {
    if (kept != Kept.INACTIVE_RIDERS && !audited.contains(kept)) {
      String word = kept.name().toLowerCase(Locale.ROOT).replace('_', '-');
      var _ = audit.tell(Origin.sweep(), Deed.of(Act.DELETED).saying(word));
      boolean _ = audited.add(kept);
    }
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
