package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;

import dev.riderphotos.migration.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A change of a record, of what leads to it, and of the counts: all of it or nothing. */
final class LedgerChange {
  private final LedgerTable table;
  private final LedgerKeys keys;
  private final List<TransactWriteItem> writes = new ArrayList<>();
  private final Map<String, Long> counts = new HashMap<>();

  LedgerChange(LedgerTable table, LedgerKeys keys) {
    this.table = table;
    this.keys = keys;
  }

  /** Replaces what was read by what is to be there; nothing if there is none. */
  void replace(@Nullable MigrationRecord before, @Nullable MigrationRecord next) {
    if (before != null) {
      before.counts().forEach((name, count) -> counts.merge(name, -count, Long::sum));
    }
    if (next != null) {
      next.counts().forEach((name, count) -> counts.merge(name, count, Long::sum));
      writes.add(putting(before, next));
      point(next.number(), before != null && before.open(), next.open());
    } else if (before != null) {
      writes.add(
          table.delete(keys.record(before.number()), MigrationRecordItem.VERSION, version(before)));
      point(before.number(), before.open(), false);
    }
  }

  private TransactWriteItem putting(@Nullable MigrationRecord before, MigrationRecord next) {
    Map<String, AttributeValue> item = new HashMap<>(keys.record(next.number()));
    item.putAll(MigrationRecordItem.of(next));
    item.put(MigrationRecordItem.VERSION, number(before == null ? 1L : before.version() + 1));
    return before == null
        ? table.putNew(item)
        : table.replace(item, MigrationRecordItem.VERSION, version(before));
  }

  private static AttributeValue version(MigrationRecord record) {
    return number(record.version());
  }

  private void point(long number, boolean before, boolean next) {
    if (before && !next) {
      writes.add(table.delete(keys.open(number)));
    } else if (next && !before) {
      writes.add(table.put(keys.open(number)));
    }
  }

  void also(TransactWriteItem write) {
    writes.add(write);
  }

  void count(Outcome outcome, long more) {
    counts.merge(outcome.name(), more, Long::sum);
  }

  /**
   * Writes it.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException if it is to
   *     be done again on what is there now
   */
  void write() {
    Map<String, AttributeValue> changed =
        counts.entrySet().stream()
            .filter(count -> count.getValue() != 0)
            .collect(Collectors.toMap(Map.Entry::getKey, count -> number(count.getValue())));
    if (!changed.isEmpty()) {
      writes.add(table.add(keys.anyCounter(), changed));
    }
    table.write(writes);
  }
}
