package dev.riderphotos.testkit;

import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.AuditHead;
import dev.riderphotos.audit.AuditLog;
import org.jspecify.annotations.Nullable;

class InMemoryAuditLogTest extends AuditLogContract {
  private final InMemoryAuditLog log = new InMemoryAuditLog();

  @Override
  protected AuditLog log() {
    return log;
  }

  @Override
  protected void deleteEntry(long number) {
    log.delete(number);
  }

  @Override
  protected void changeEntry(long number, String about) {
    AuditEntry entry = entry(number);
    log.put(with(entry, number, about));
  }

  @Override
  protected void swapEntries(long one, long other) {
    AuditEntry first = entry(one);
    AuditEntry second = entry(other);
    log.put(with(first, other, first.about()));
    log.put(with(second, one, second.about()));
  }

  @Override
  protected void putHead(@Nullable AuditHead head) {
    log.put(head);
  }

  private AuditEntry entry(long number) {
    return log.after(AuditLog.Filter.ALL, number - 1, 1).getFirst();
  }

  private static AuditEntry with(AuditEntry entry, long number, @Nullable String about) {
    return new AuditEntry(
        number,
        entry.at(),
        entry.origin(),
        entry.act(),
        about,
        entry.detail(),
        entry.riders(),
        entry.previous(),
        entry.hash());
  }
}
