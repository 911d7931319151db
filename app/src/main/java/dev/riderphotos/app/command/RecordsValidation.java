package dev.riderphotos.app.command;

import dev.riderphotos.Retries;
import dev.riderphotos.documents.RecordLine;
import dev.riderphotos.documents.RecordLine.Good;
import dev.riderphotos.documents.RecordLine.Rejected;
import dev.riderphotos.documents.RecordLine.Repeated;
import dev.riderphotos.documents.RecordsFile;
import dev.riderphotos.migration.CheckRecord;
import dev.riderphotos.migration.RecordCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Looks at all records of a file, some at once, and tells of those that cannot be moved. */
final class RecordsValidation {
  /** S3 takes its time for each, and has connections for twice as many. */
  private static final int AT_ONCE = 32;

  private final CheckRecord checking;
  private final Retries retries;
  private final BooleanSupplier stop;
  private final Progress progress;
  private Totals totals = new Totals(0, 0, 0);

  /**
   * Looks at nothing yet.
   *
   * @param stop whether no more is to be looked at
   */
  RecordsValidation(
      CheckRecord checking, Retries retries, BooleanSupplier stop, Progress progress) {
    this.checking = checking;
    this.retries = retries;
    this.stop = stop;
    this.progress = progress;
  }

  /** How many records there were of each kind. */
  record Totals(long good, long rejected, long repeated) {
    long all() {
      return good + rejected + repeated;
    }

    String text() {
      return "%,d records: %,d can be moved, %,d cannot, %,d are repeated."
          .formatted(all(), good, rejected, repeated);
    }

    String json() {
      return "{\"records\":%d,\"movable\":%d,\"rejected\":%d,\"repeated\":%d}"
          .formatted(all(), good, rejected, repeated);
    }
  }

  /** Returns the totals of what it has looked at: all, unless it was asked to stop. */
  Totals run(RecordsFile records) throws IOException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<RecordLine> some = some(records);
      while (!some.isEmpty() && !stop.getAsBoolean()) {
        List<Future<RecordLine>> checked =
            some.stream().map(line -> threads.submit(() -> check(line))).toList();
        checked.forEach(line -> tell(result(line)));
        some = some(records);
      }
    }
    return totals;
  }

  private static RecordLine result(Future<RecordLine> line) {
    try {
      return line.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(failed);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ending);
    }
  }

  private static List<RecordLine> some(RecordsFile records) throws IOException {
    List<RecordLine> some = new ArrayList<>();
    while (some.size() < AT_ONCE) {
      Optional<RecordLine> line = records.next();
      if (line.isEmpty()) {
        return some;
      }
      some.add(line.get());
    }
    return some;
  }

  private RecordLine check(RecordLine line) {
    return switch (line) {
      case Good good ->
          switch (retries.call(_ -> checking.check(good.record()))) {
            case RecordCheck.Movable _ -> good;
            case RecordCheck.Rejected rejected -> good.rejected(rejected.reason());
          };
      case Rejected _, Repeated _ -> line;
    };
  }

  private void tell(RecordLine line) {
    switch (line) {
      case Good _ -> {
        totals = new Totals(totals.good() + 1, totals.rejected(), totals.repeated());
        progress.step();
      }
      case Repeated _ -> {
        totals = new Totals(totals.good(), totals.rejected(), totals.repeated() + 1);
        progress.step();
      }
      case Rejected rejected -> {
        totals = new Totals(totals.good(), totals.rejected() + 1, totals.repeated());
        progress.line(rejected.line());
      }
    }
  }
}
