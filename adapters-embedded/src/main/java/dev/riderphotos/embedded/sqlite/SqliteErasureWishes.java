package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureWishes;
import java.util.List;

/** Wishes as rows. */
public final class SqliteErasureWishes implements ErasureWishes {
  private static final String ADD =
      "insert into erasure_wish (rider) values (?) on conflict (rider) do nothing";
  private static final String FIND = "select rider from erasure_wish where rider = ?";
  private static final String ALL = "select rider from erasure_wish";
  private static final String REMOVE = "delete from erasure_wish where rider = ?";

  private final Database database;

  public SqliteErasureWishes(Database database) {
    this.database = database;
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
    change("forget that a rider was to be erased", REMOVE, rider);
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
