package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureWishes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** Wishes as rows. With one, all that was still to be told of the rider goes. */
public final class SqliteErasureWishes implements ErasureWishes {
  private static final String ADD =
      "insert into erasure_wish (rider) values (?) on conflict (rider) do nothing";
  private static final String FIND = "select rider from erasure_wish where rider = ?";
  private static final String ALL = "select rider from erasure_wish";
  private static final String REMOVE = "delete from erasure_wish where rider = ?";

  private final Database database;
  private final Announcing announcing;
  private final InstantSource clock;

  /** Wishes of riders of whose erasure nobody wants to be told. */
  public SqliteErasureWishes(Database database) {
    this(database, Announcing.NOTHING, InstantSource.system());
  }

  public SqliteErasureWishes(Database database, Announcing announcing, InstantSource clock) {
    this.database = database;
    this.announcing = announcing;
    this.clock = clock;
  }

  @Override
  public void add(RiderId rider) {
    change("keep that a rider is to be erased", ADD, rider);
  }

  @Override
  public boolean contain(RiderId rider) {
    return !riders(FIND, rider.value()).isEmpty();
  }

  @Override
  public List<RiderId> all() {
    return riders(ALL);
  }

  @Override
  public void remove(RiderId rider) {
    boolean _ =
        database.write(
            "forget that a rider was to be erased", connection -> removed(connection, rider));
  }

  private boolean removed(Connection connection, RiderId rider) throws SQLException {
    boolean wished = Statements.change(connection, REMOVE, rider.value()) > 0;
    if (wished) {
      SqliteAnnouncements.erased(connection, rider, announcing, clock.instant());
    }
    return wished;
  }

  private void change(String doing, String sql, RiderId rider) {
    int _ = database.write(doing, connection -> Statements.change(connection, sql, rider.value()));
  }

  private List<RiderId> riders(String sql, Object... values) {
    return database.read(
        "read who is to be erased",
        connection ->
            Statements.query(connection, sql, row -> new RiderId(row.getString(1)), values));
  }
}
