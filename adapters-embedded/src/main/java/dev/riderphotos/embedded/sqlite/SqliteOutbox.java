package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.Outbox;
import dev.riderphotos.photo.PhotoRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Events as rows. The store of photos adds them, in two steps around the object's arrival. */
public final class SqliteOutbox implements Outbox {
  private static final String ANNOUNCE =
      "insert into event (id, s3bucket, s3key, attempts) values (?, ?, ?, 0)";
  private static final String COMPLETE = "update event set at = ?1, due_at = ?1 where id = ?2";
  private static final String RESUME = "update event set at = ?1, due_at = ?1 where at is null";
  private static final String DUE =
      "select * from event where due_at is not null and due_at <= ? order by at, number limit ?";
  private static final String DONE = "delete from event where id = ?";
  private static final String POSTPONE =
      "update event set attempts = attempts + 1, error = ?, due_at = ? where id = ?";
  private static final String BURY =
      """
      update event
      set attempts = attempts + 1, error = ?, dead_since = ?, due_at = null where id = ?
      """;
  private static final String DEAD =
      "select * from event where dead_since is not null order by dead_since, number limit ?";
  private static final String FIND_DEAD =
      "select * from event where dead_since is not null and id = ?";
  private static final String REDRIVE =
      "update event set attempts = 0, error = null, dead_since = null, due_at = ? where id = ?";

  private static final String REDRIVE_ALL =
      """
      update event
      set attempts = 0, error = null, dead_since = null, due_at = ?1 where dead_since <= ?1
      """;

  /** No key has a character after the last one there is. */
  private static final String FORGET =
      "delete from event where s3bucket = ?1 and s3key >= ?2 and s3key < ?2 || char(1114111)";

  private final Database database;
  private final InstantSource clock;

  public SqliteOutbox(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** An event that is not due until it is complete, or until a later process resumes. */
  public EventId announce(Connection connection, PhotoRef ref) throws SQLException {
    EventId id = EventId.random();
    int _ = Statements.change(connection, ANNOUNCE, id.toString(), ref.bucket(), ref.key());
    return id;
  }

  /** The object has arrived: the event is due. */
  public void complete(EventId id) {
    write(COMPLETE, Statements.nanos(clock.instant()), id.toString());
  }

  @Override
  public List<Delivery> due(Instant now, int limit) {
    return database.read(
        "read the outbox",
        connection ->
            Statements.query(
                connection,
                DUE,
                row -> new Delivery(event(row), row.getInt("attempts")),
                Statements.nanos(now),
                limit));
  }

  @Override
  public void done(EventId id) {
    write(DONE, id.toString());
  }

  @Override
  public void postpone(EventId id, String error, Instant until) {
    write(POSTPONE, error, Statements.nanos(until), id.toString());
  }

  @Override
  public void bury(EventId id, String error, Instant now) {
    write(BURY, error, Statements.nanos(now), id.toString());
  }

  @Override
  public List<DeadLetter> dead(int limit) {
    return database.read(
        "read the outbox",
        connection -> Statements.query(connection, DEAD, SqliteOutbox::letter, limit));
  }

  @Override
  public Optional<DeadLetter> redrive(EventId id, Instant now) {
    return database.write(
        "redrive an event",
        connection -> {
          Optional<DeadLetter> letter =
              Statements.query(connection, FIND_DEAD, SqliteOutbox::letter, id.toString()).stream()
                  .findFirst();
          if (letter.isPresent()) {
            int _ = Statements.change(connection, REDRIVE, Statements.nanos(now), id.toString());
          }
          return letter;
        });
  }

  @Override
  public Optional<DeadLetter> drop(EventId id) {
    return database.write(
        "drop an event",
        connection -> {
          Optional<DeadLetter> letter =
              Statements.query(connection, FIND_DEAD, SqliteOutbox::letter, id.toString()).stream()
                  .findFirst();
          if (letter.isPresent()) {
            int _ = Statements.change(connection, DONE, id.toString());
          }
          return letter;
        });
  }

  @Override
  public int redriveAll(Instant now) {
    return database.write(
        "redrive events",
        connection -> Statements.change(connection, REDRIVE_ALL, Statements.nanos(now)));
  }

  @Override
  public int forget(String bucket, String prefix) {
    return database.write(
        "forget events", connection -> Statements.change(connection, FORGET, bucket, prefix));
  }

  @Override
  public void resume(Instant now) {
    write(RESUME, Statements.nanos(now));
  }

  private void write(String sql, Object... values) {
    int _ =
        database.write(
            "write the outbox", connection -> Statements.change(connection, sql, values));
  }

  private static ObjectCreated event(ResultSet row) throws SQLException {
    return new ObjectCreated(
        EventId.of(row.getString("id")),
        new PhotoRef(row.getString("s3bucket"), row.getString("s3key")),
        Statements.instant(row.getLong("at")));
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        event(row),
        row.getInt("attempts"),
        row.getString("error"),
        Statements.instant(row.getLong("dead_since")));
  }
}
