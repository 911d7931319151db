package dev.riderphotos.testkit;

import dev.riderphotos.retention.Sweeps;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows when was swept as long as it lives. */
public final class InMemorySweeps implements Sweeps {
  private @Nullable Instant last;
  private @Nullable String sweeper;
  private Instant until = Instant.MIN;

  @Override
  public synchronized Optional<Instant> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public synchronized boolean take(String name, Instant now, Instant end) {
    boolean free = sweeper == null || sweeper.equals(name) || !until.isAfter(now);
    if (free) {
      sweeper = name;
      until = end;
    }
    return free;
  }

  @Override
  public synchronized void release(String name) {
    if (name.equals(sweeper)) {
      sweeper = null;
    }
  }

  @Override
  public synchronized void done(Instant begunAt) {
    last = begunAt.truncatedTo(ChronoUnit.SECONDS);
  }
}
