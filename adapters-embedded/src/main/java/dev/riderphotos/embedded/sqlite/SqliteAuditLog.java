package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Actor;
import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.AuditHead;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.embedded.DataFolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entries as rows, and the head in a file beside the database. The file says which entry comes
 * before its row is written, and that it is there when it is: after a crash in between it is known
 * which row may be missing. Whoever adds an entry holds the database's one turn to write meanwhile,
 * in whichever process.
 */
public final class SqliteAuditLog implements AuditLog {
  /** Changes nothing, but takes the turn to write before anything is read. */
  private static final String HOLD = "update audit_note set note = note where false";

  private static final String ADD =
      """
      insert into audit_entry
        (number, at, who, who_id, who_name, origin, act, about, detail, riders, previous, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LAST = "select * from audit_entry order by number desc limit 1";
  private static final String NOTE =
      "insert or replace into audit_note (number, note, riders) values (?, ?, ?)";
  private static final String DELETE_NOTE = "delete from audit_note where number = ?";
  private static final String DELETE_NOTES_ON = "delete from audit_note where instr(riders, ?) > 0";

  private final Database database;
  private final AuditHeadFile head;

  public SqliteAuditLog(Database database, DataFolder folder) {
    this.database = database;
    this.head = new AuditHeadFile(folder);
  }

  @Override
  public AuditEntry append(Continuation next) {
    Addition added = database.write("add to the audit", connection -> add(connection, next));
    boolean _ = database.write("add to the audit", connection -> settle(connection, added));
    return added.entry();
  }

  private Addition add(Connection connection, Continuation next) throws SQLException {
    int _ = Statements.change(connection, HOLD);
    List<AuditEntry> last = Statements.query(connection, LAST, SqliteAuditLog::entry);
    Addition addition =
        next.of(new End(head.read().orElse(null), last.isEmpty() ? null : last.getFirst()));
    head.write(addition.ahead());
    int _ = insert(connection, addition.entry());
    return addition;
  }

  /** Unless another entry was begun meanwhile, and with it this one settled. */
  private boolean settle(Connection connection, Addition added) throws SQLException {
    int _ = Statements.change(connection, HOLD);
    boolean last = head.read().filter(added.ahead()::equals).isPresent();
    if (last) {
      head.write(added.settled());
    }
    return last;
  }

  private static int insert(Connection connection, AuditEntry entry) throws SQLException {
    Actor who = entry.origin().who();
    return Statements.change(
        connection,
        ADD,
        entry.number(),
        Statements.nanos(entry.at()),
        who.kind().word(),
        who.id(),
        who.name(),
        entry.origin().from(),
        entry.act().word(),
        entry.about(),
        entry.detail(),
        String.join(" ", entry.riders()),
        entry.previous(),
        entry.hash());
  }

  @Override
  public Optional<AuditHead> head() {
    return head.read();
  }

  @Override
  public List<AuditEntry> after(Filter filter, long number, int limit) {
    return page(new AuditQuery(filter, number), "number > ?", "number", limit);
  }

  @Override
  public List<AuditEntry> before(Filter filter, long number, int limit) {
    return page(new AuditQuery(filter, number), "number < ?", "number desc", limit);
  }

  private List<AuditEntry> page(AuditQuery query, String beyond, String order, int limit) {
    String sql =
        "select * from audit_entry where %s%s order by %s limit ?"
            .formatted(beyond, query.conditions(), order);
    return database.read(
        "read the audit",
        connection ->
            Statements.query(connection, sql, SqliteAuditLog::entry, query.values(limit)));
  }

  @Override
  public void note(long number, String text, List<String> riders) {
    String hashes = String.join(" ", riders);
    int _ =
        database.write(
            "note beside the audit",
            connection -> Statements.change(connection, NOTE, number, text, hashes));
  }

  @Override
  public Map<Long, String> notes(Collection<Long> numbers) {
    String sql =
        "select number, note from audit_note where number in (%s)"
            .formatted(String.join(", ", Collections.nCopies(numbers.size(), "?")));
    record Note(long number, String text) {}
    List<Note> notes =
        database.read(
            "read notes beside the audit",
            connection ->
                Statements.query(
                    connection,
                    sql,
                    row -> new Note(row.getLong(1), row.getString(2)),
                    numbers.toArray()));
    return notes.stream().collect(Collectors.toMap(Note::number, Note::text));
  }

  @Override
  public boolean deleteNote(long number) {
    return database.write(
            "delete a note beside the audit",
            connection -> Statements.change(connection, DELETE_NOTE, number))
        > 0;
  }

  @Override
  public void deleteNotesOn(String rider) {
    int _ =
        database.write(
            "delete notes beside the audit",
            connection -> Statements.change(connection, DELETE_NOTES_ON, rider));
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    Optional<Actor.Kind> who = Actor.Kind.of(row.getString("who"));
    Optional<Act> act = Act.of(row.getString("act"));
    if (who.isEmpty() || act.isEmpty()) {
      return AuditEntry.unreadable(number);
    }
    Actor actor = new Actor(who.get(), row.getString("who_id"), row.getString("who_name"));
    return new AuditEntry(
        number,
        Statements.instant(row.getLong("at")),
        new Origin(actor, row.getString("origin")),
        act.get(),
        row.getString("about"),
        row.getString("detail"),
        riders(row.getString("riders")),
        row.getString("previous"),
        row.getString("hash"));
  }

  private static List<String> riders(String hashes) {
    return hashes.isEmpty() ? List.of() : Arrays.asList(hashes.split(" ", -1));
  }

  /** What a page is to have, as SQL. */
  private record AuditQuery(Filter filter, long beyond) {
    String conditions() {
      return (filter.act() == null ? "" : " and act = ?")
          + (filter.who() == null ? "" : " and (who = ? or who_id = ? or who_name = ?)")
          + (filter.rider() == null ? "" : " and (instr(riders, ?) > 0 or who_id = ?)")
          + (filter.from() == null ? "" : " and at >= ?")
          + (filter.until() == null ? "" : " and at < ?");
    }

    @Nullable Object[] values(int limit) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(beyond);
      if (filter.act() != null) {
        values.add(filter.act().word());
      }
      values.addAll(Collections.nCopies(filter.who() == null ? 0 : 3, filter.who()));
      values.addAll(Collections.nCopies(filter.rider() == null ? 0 : 2, filter.rider()));
      addTime(values, filter.from());
      addTime(values, filter.until());
      values.add(limit);
      return values.toArray();
    }

    private static void addTime(List<@Nullable Object> values, @Nullable Instant time) {
      if (time != null) {
        values.add(Statements.nanos(time));
      }
    }
  }
}
