package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.AuditHead;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.audit.AuditLog.Filter;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Flaw;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.testkit.AuditLogContract;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestSignatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAuditLogTest extends AuditLogContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected AuditLog log() {
    return new SqliteAuditLog(storage.database(), storage.folder());
  }

  @Override
  protected void deleteEntry(long number) {
    sql("delete from audit_entry where number = ?", number);
  }

  @Override
  protected void changeEntry(long number, String about) {
    sql("update audit_entry set about = ? where number = ?", about, number);
  }

  @Override
  protected void swapEntries(long one, long other) {
    sql("update audit_entry set number = -1 where number = ?", one);
    sql("update audit_entry set number = ? where number = ?", one, other);
    sql("update audit_entry set number = ? where number = -1", other);
  }

  @Override
  protected void putHead(@Nullable AuditHead head) {
    try {
      if (head == null) {
        Files.delete(headFile());
      } else {
        new AuditHeadFile(storage.folder()).write(head);
      }
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
  }

  @Test
  void theHeadIsAFileOfItsOwnersAlone() throws IOException {
    tell(1);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(headFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void goesOnAfterARestart() throws IOException {
    tell(3);
    storage.reopen();
    tell(2);

    assertThat(verify().entries()).isEqualTo(5);
    assertThat(verify().sound()).isTrue();
  }

  @Test
  void ofSeveralProcessesEachFollowsAnother() {
    List<AuditEntry> told =
        Concurrently.call(
            4,
            process -> {
              try (DataFolder folder = DataFolder.beside(storage.path());
                  Database database = Database.open(folder)) {
                Audit audit =
                    new Audit(
                        new SqliteAuditLog(database, folder),
                        new TestSignatures(),
                        new SettableClock());
                for (int i = 0; i < 5; i++) {
                  audit.tell(Origin.commandLine(), Deed.of(Act.LINK_MADE, process + " " + i));
                }
                return audit.tell(Origin.commandLine(), Deed.of(Act.KEY_CREATED));
              } catch (IOException fault) {
                throw new AssertionError(fault);
              }
            });

    assertThat(told).extracting(AuditEntry::number).doesNotHaveDuplicates();
    assertThat(verify().entries()).isEqualTo(24);
    assertThat(verify().sound()).isTrue();
  }

  @Test
  void whatCannotBeReadIsAChangedEntry() throws IOException {
    tell(4);
    sql("update audit_entry set act = 'none of ours' where number = 2");
    sql("update audit_entry set who = '' where number = 3");
    Files.writeString(headFile(), "{}");

    assertThat(verify().flaws())
        .containsExactly(
            new Flaw(Flaw.Kind.CHANGED, 2, 2),
            new Flaw(Flaw.Kind.CHANGED, 3, 3),
            new Flaw(Flaw.Kind.HEAD_FORGED, 4, 4));
    assertThat(log().after(Filter.ALL, 1, 1)).containsExactly(AuditEntry.unreadable(2));
  }

  @Test
  void withoutTheDatabaseNothingIsTold() {
    AuditLog log = log();
    storage.database().close();

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(
            () ->
                new Audit(log, new TestSignatures(), new SettableClock())
                    .tell(Origin.commandLine(), Deed.of(Act.EXPORTED)));
    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> log.after(Filter.ALL, 0, 1));
  }

  private Path headFile() {
    return storage.folder().files().auditHead();
  }

  private void sql(String sql, Object... values) {
    int _ =
        storage.database().write("tamper", (Connection it) -> Statements.change(it, sql, values));
  }
}
