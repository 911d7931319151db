package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.retention.Sweeps;
import java.time.Instant;
import java.util.Optional;

/** When was swept, as one row. */
public final class SqliteSweeps implements Sweeps {
  private static final String LAST =
      "select last_begun from retention_sweep where last_begun is not null";
  private static final String TAKE =
      """
      update retention_sweep set sweeper = ?, held_until = ?
      where sweeper is null or sweeper = ? or held_until <= ?
      """;
  private static final String RELEASE =
      "update retention_sweep set sweeper = null, held_until = null where sweeper = ?";
  private static final String DONE = "update retention_sweep set last_begun = ?";

  private final Database database;

  public SqliteSweeps(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Instant> last() {
    return database
        .read(
            "read when was swept",
            connection ->
                Statements.query(
                    connection, LAST, row -> Instant.ofEpochSecond(row.getLong("last_begun"))))
        .stream()
        .findFirst();
  }

  @Override
  public boolean take(String sweeper, Instant now, Instant until) {
    return write(
            "begin to sweep", TAKE, sweeper, until.getEpochSecond(), sweeper, now.getEpochSecond())
        > 0;
  }

  @Override
  public void release(String sweeper) {
    int _ = write("end to sweep", RELEASE, sweeper);
  }

  @Override
  public void done(Instant begunAt) {
    int _ = write("note when was swept", DONE, begunAt.getEpochSecond());
  }

  private int write(String doing, String sql, Object... values) {
    return database.write(doing, connection -> Statements.change(connection, sql, values));
  }
}
