package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.documents.AnnouncementJson;
import dev.riderphotos.rider.RiderId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Announcements as rows, which are added by whatever writes what they tell of. */
public final class SqliteAnnouncements implements Announcements {
  private static final String ADD =
      """
      insert into announcement (id, rider, document, erasure, at, attempts, due_at)
      values (?, ?, ?, ?, ?, 0, ?)
      """;
  private static final String DUE =
      """
      select * from announcement as one where due_at <= ? and not exists (
        select 1 from announcement as earlier
        where earlier.rider = one.rider and earlier.id < one.id and earlier.due_at is not null)
      order by id limit ?
      """;
  private static final String KEEP_BACK = "update announcement set due_at = ? where id = ?";
  private static final String DONE = "delete from announcement where id = ?";
  private static final String POSTPONE =
      """
      update announcement set attempts = attempts + 1, error = ?, due_at = ?
      where id = ? and due_at is not null
      """;
  private static final String BURY =
      """
      update announcement set attempts = attempts + 1, error = ?, dead_since = ?, due_at = null
      where id = ? and due_at is not null
      """;
  private static final String DEAD =
      "select * from announcement where dead_since is not null order by id limit ?";
  private static final String FIND_DEAD =
      "select * from announcement where dead_since is not null and id = ?";
  private static final String REDRIVE =
      """
      update announcement set attempts = 0, error = null, dead_since = null, due_at = ? where id = ?
      """;
  private static final String REDRIVE_ALL =
      """
      update announcement
      set attempts = 0, error = null, dead_since = null, due_at = ?1 where dead_since <= ?1
      """;
  private static final String DROP =
      "delete from announcement where dead_since is not null and id = ?";
  private static final String FORGET = "delete from announcement where rider = ? and not erasure";
  private static final String LATEST =
      "select coalesce(max(due_at), 0) from announcement where rider = ? and not erasure";
  private static final String FORGET_ERASURES = "delete from announcement where erasure and at < ?";
  private static final String BACKLOG =
      """
      select count(due_at) as pending, count(dead_since) as dead,
        min(case when due_at is not null then at end) as oldest
      from announcement
      """;
  private static final String OFF = "select * from announcements_off";
  private static final String SWITCH_OFF =
      """
      insert into announcements_off (since, why)
      select ?, ? where not exists (select 1 from announcements_off)
      """;
  private static final String SWITCH_ON = "delete from announcements_off";

  private final Database database;

  public SqliteAnnouncements(Database database) {
    this.database = database;
  }

  /** Adds it within the transaction that writes what it tells of. */
  public static void add(Connection connection, OfRider announcement) throws SQLException {
    add(connection, announcement, announcement.at());
  }

  /**
   * Drops what was to be told of a rider who is erased now, and adds that, within the transaction
   * that ends the erasure.
   */
  static void erased(Connection connection, RiderId rider, Announcing announcing, Instant now)
      throws SQLException {
    Instant latest =
        Statements.query(
                connection, LATEST, row -> Statements.instant(row.getLong(1)), rider.value())
            .getFirst();
    int _ = Statements.change(connection, FORGET, rider.value());
    Optional<OfRider> erasure = announcing.ofErased(rider, now);
    if (erasure.isPresent()) {
      add(connection, erasure.get(), Announcing.afterWhatIsUnderWay(now, latest));
    }
  }

  private static void add(Connection connection, OfRider announcement, Instant due)
      throws SQLException {
    int _ =
        Statements.change(
            connection,
            ADD,
            announcement.id().toString(),
            announcement.rider().value(),
            AnnouncementJson.write(announcement),
            announcement instanceof RiderErased,
            Statements.nanos(announcement.at()),
            Statements.nanos(due));
  }

  /** Reads before it writes: most often there is nothing, and then nothing goes to the disk. */
  @Override
  public List<Delivery> take(Instant now, int limit) {
    List<Delivery> due = database.read("read announcements", connection -> due(connection, now, 1));
    return due.isEmpty()
        ? due
        : database.write(
            "take announcements",
            connection -> {
              List<Delivery> taken = due(connection, now, limit);
              for (Delivery each : taken) {
                int _ =
                    Statements.change(
                        connection,
                        KEEP_BACK,
                        Statements.nanos(now.plus(TURN)),
                        each.announcement().id().toString());
              }
              return taken;
            });
  }

  private static List<Delivery> due(Connection connection, Instant now, int limit)
      throws SQLException {
    return Statements.query(
        connection,
        DUE,
        row -> new Delivery(announcement(row), row.getInt("attempts")),
        Statements.nanos(now),
        limit);
  }

  @Override
  public void done(AnnouncementId id) {
    int _ = write("take out an announcement", DONE, id.toString());
  }

  @Override
  public void postpone(AnnouncementId id, String error, Instant until) {
    int _ =
        write("postpone an announcement", POSTPONE, error, Statements.nanos(until), id.toString());
  }

  @Override
  public void bury(AnnouncementId id, String error, Instant now) {
    int _ = write("bury an announcement", BURY, error, Statements.nanos(now), id.toString());
  }

  @Override
  public List<DeadLetter> dead(int limit) {
    return database.read(
        "read dead announcements",
        connection -> Statements.query(connection, DEAD, SqliteAnnouncements::letter, limit));
  }

  @Override
  public Optional<DeadLetter> redrive(AnnouncementId id, Instant now) {
    return database.write(
        "redrive an announcement",
        connection -> {
          Optional<DeadLetter> letter =
              Statements.query(connection, FIND_DEAD, SqliteAnnouncements::letter, id.toString())
                  .stream()
                  .findFirst();
          if (letter.isPresent()) {
            int _ = Statements.change(connection, REDRIVE, Statements.nanos(now), id.toString());
          }
          return letter;
        });
  }

  @Override
  public int redriveAll(Instant now) {
    return write("redrive announcements", REDRIVE_ALL, Statements.nanos(now));
  }

  @Override
  public boolean drop(AnnouncementId id) {
    return write("drop a dead announcement", DROP, id.toString()) > 0;
  }

  @Override
  public void forget(RiderId rider) {
    int _ = write("forget a rider's announcements", FORGET, rider.value());
  }

  @Override
  public void forgetErasures(Instant before) {
    int _ = write("forget who was erased", FORGET_ERASURES, Statements.nanos(before));
  }

  @Override
  public Backlog backlog() {
    return database
        .read(
            "count announcements",
            connection ->
                Statements.query(
                    connection,
                    BACKLOG,
                    row ->
                        new Backlog(
                            row.getLong("pending"),
                            row.getLong("dead"),
                            time(row, row.findColumn("oldest")))))
        .getFirst();
  }

  @Override
  public Optional<Off> off() {
    return database
        .read(
            "read whether announcements are sent",
            connection ->
                Statements.query(
                    connection,
                    OFF,
                    row -> new Off(Statements.instant(row.getLong("since")), row.getString("why"))))
        .stream()
        .findFirst();
  }

  @Override
  public void switchOff(Off since) {
    int _ =
        write("switch announcements off", SWITCH_OFF, Statements.nanos(since.since()), since.why());
  }

  @Override
  public void switchOn() {
    int _ = write("switch announcements on", SWITCH_ON);
  }

  private int write(String doing, String sql, Object... values) {
    return database.write(doing, connection -> Statements.change(connection, sql, values));
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    long nanos = row.getLong(column);
    return row.wasNull() ? null : Statements.instant(nanos);
  }

  private static OfRider announcement(ResultSet row) throws SQLException {
    return AnnouncementJson.read(row.getString("document"));
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        announcement(row),
        row.getInt("attempts"),
        row.getString("error"),
        Statements.instant(row.getLong("dead_since")));
  }
}
