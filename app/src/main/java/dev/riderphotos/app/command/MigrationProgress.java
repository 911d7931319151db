package dev.riderphotos.app.command;

import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.MigrationWatcher;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** A bar on a terminal with rate and time left, and once what the run waits for. */
final class MigrationProgress implements MigrationWatcher, AutoCloseable {
  private static final int WIDTH = 30;
  private static final String CLEAR = "\r\u001B[K";
  private static final long EVERY_NANOS = Duration.ofMillis(500).toNanos();

  private final PrintWriter err;
  private final Supplier<Counts> counts;
  private final boolean bar =
      Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  private final long begun = System.nanoTime();
  private final long endedBefore;
  private long shown = begun;
  private @Nullable String told;

  MigrationProgress(CommandLine line, Supplier<Counts> counts) {
    this.err = line.getErr();
    this.counts = counts;
    this.endedBefore = counts.get().ended();
  }

  @Override
  public void ended(int faces) {
    look();
  }

  /** Says each reason once, until another comes. */
  @Override
  public synchronized void waiting(String reason) {
    if (!reason.equals(told)) {
      told = reason;
      clear();
      err.println("Waiting: " + reason);
      err.flush();
    }
  }

  /** Shows how far it is, not more often than anybody can read it. */
  synchronized void look() {
    long now = System.nanoTime();
    if (bar && now - shown > EVERY_NANOS) {
      shown = now;
      show(counts.get(), now - begun);
    }
  }

  private void show(Counts now, long nanos) {
    long provided = Math.max(1, now.provided());
    int filled = (int) (WIDTH * now.ended() / provided);
    double rate = (now.ended() - endedBefore) / (nanos / 1e9);
    String left = rate > 0 ? left(Math.round(now.open() / rate)) : "";
    err.print(
        "%s[%s%s] %,d of %,d faces, %.1f a second%s"
            .formatted(
                CLEAR,
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                now.ended(),
                now.provided(),
                rate,
                left));
    err.flush();
  }

  private static String left(long seconds) {
    return seconds < 120
        ? ", %d s left".formatted(seconds)
        : ", %,d min left".formatted(Math.ceilDiv(seconds, 60));
  }

  @Override
  public void close() {
    clear();
  }

  private void clear() {
    if (bar) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
