package dev.riderphotos.web.access;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that goes on when a test says so. */
final class SettableMeter implements TimeMeter {
  private final AtomicLong nanos = new AtomicLong(Duration.ofDays(1).toNanos());

  void goOn(Duration time) {
    long _ = nanos.addAndGet(time.toNanos());
  }

  @Override
  public long currentTimeNanos() {
    return nanos.get();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
