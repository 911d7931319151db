package dev.riderphotos.app.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.riderphotos.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Tells of a disk that is full or gone in one line a minute. All that is tried meanwhile fails in
 * the same way, many times a second, and what the log says of it would take the last of the room.
 */
public final class StorageFaultsOnceAMinute extends TurboFilter {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

  /** The log's configuration calls this constructor. */
  public StorageFaultsOnceAMinute() {
    this(InstantSource.system());
  }

  StorageFaultsOnceAMinute(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    StorageException fault = storageFault(thrown == null ? last(parameters) : thrown);
    if (fault == null) {
      return FilterReply.NEUTRAL;
    }
    if (isTime()) {
      logger.warn(
          "{}: {}. What needs it waits; this is told once a minute",
          fault.getMessage(),
          fault.full() ? "the disk is full" : "the disk cannot be read or written");
    }
    return FilterReply.DENY;
  }

  private boolean isTime() {
    Instant now = clock.instant();
    Instant due = next.get();
    return !now.isBefore(due) && next.compareAndSet(due, now.plus(PAUSE));
  }

  /** As SLF4J has it, an exception may stand last among what is filled in. */
  private static @Nullable Throwable last(Object @Nullable [] parameters) {
    return parameters != null
            && parameters.length > 0
            && parameters[parameters.length - 1] instanceof Throwable thrown
        ? thrown
        : null;
  }

  private static @Nullable StorageException storageFault(@Nullable Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .filter(StorageException.class::isInstance)
        .map(StorageException.class::cast)
        .findFirst()
        .orElse(null);
  }
}
