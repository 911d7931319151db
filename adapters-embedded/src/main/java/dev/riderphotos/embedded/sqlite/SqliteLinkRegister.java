package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.access.LinkId;
import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.NotedLink;
import dev.riderphotos.rider.RiderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Which links there are, as rows. */
public final class SqliteLinkRegister implements LinkRegister {
  private static final String NOTE =
      "insert or replace into issued_link (id, rider, made_at, expires_at) values (?, ?, ?, ?)";
  private static final String OF_RIDER =
      """
      select * from issued_link where rider = ? and expires_at > ?
      order by made_at desc, id limit ?
      """;
  private static final String ALL =
      """
      select * from issued_link where expires_at > ?
      order by rider, made_at desc, id limit ?
      """;
  private static final String FORGET = "delete from issued_link where rider = ?";
  private static final String FORGET_EXPIRED = "delete from issued_link where expires_at <= ?";

  private final Database database;

  public SqliteLinkRegister(Database database) {
    this.database = database;
  }

  @Override
  public void note(NotedLink link) {
    write(
        "note a link",
        NOTE,
        link.id().value(),
        link.rider().value(),
        link.madeAt().toEpochMilli(),
        link.expiresAt().getEpochSecond());
  }

  @Override
  public List<NotedLink> of(RiderId rider, Instant now, int limit) {
    return read(OF_RIDER, rider.value(), now.getEpochSecond(), limit);
  }

  @Override
  public List<NotedLink> all(Instant now, int limit) {
    return read(ALL, now.getEpochSecond(), limit);
  }

  @Override
  public void forget(RiderId rider) {
    write("forget the links of a rider", FORGET, rider.value());
  }

  @Override
  public void forgetExpired(Instant now) {
    write("forget expired links", FORGET_EXPIRED, now.getEpochSecond());
  }

  private void write(String doing, String sql, Object... values) {
    int _ = database.write(doing, connection -> Statements.change(connection, sql, values));
  }

  private List<NotedLink> read(String sql, Object... values) {
    return database.read(
        "read which links there are",
        connection -> Statements.query(connection, sql, SqliteLinkRegister::link, values));
  }

  private static NotedLink link(ResultSet row) throws SQLException {
    return new NotedLink(
        new LinkId(row.getString("id")),
        new RiderId(row.getString("rider")),
        Instant.ofEpochMilli(row.getLong("made_at")),
        Instant.ofEpochSecond(row.getLong("expires_at")));
  }
}
