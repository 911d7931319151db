package dev.riderphotos.app.migration;

import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationWatcher;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How fast the migrations go on that this process runs, and what they wait for. */
@Singleton
public final class RunsHere {
  private final Map<MigrationId, Run> runs = new ConcurrentHashMap<>();

  /** A run under way. */
  public static final class Run implements MigrationWatcher {
    private final long begun = System.nanoTime();
    private final AtomicLong ended = new AtomicLong();
    private volatile @Nullable String reason;

    private Run() {}

    @Override
    public void ended(int faces) {
      reason = null;
      long _ = ended.addAndGet(faces);
    }

    @Override
    public void waiting(String why) {
      reason = why;
    }

    /** Faces a second since it began. */
    public double rate() {
      double seconds = (System.nanoTime() - begun) / 1e9;
      return seconds > 0 ? ended.get() / seconds : 0;
    }

    /** The fault that has calls wait; empty if it does not wait. */
    public Optional<String> waitsFor() {
      return Optional.ofNullable(reason);
    }
  }

  /** Begins to watch one. */
  public MigrationWatcher begin(MigrationId id) {
    Run run = new Run();
    runs.put(id, run);
    return run;
  }

  public void end(MigrationId id) {
    runs.remove(id);
  }

  /** Empty if this process does not run it. */
  public Optional<Run> find(MigrationId id) {
    return Optional.ofNullable(runs.get(id));
  }
}
