package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.access.LinkRequest;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests as rows. */
public final class SqliteLinkRequests implements LinkRequests {
  private static final String OPEN =
      """
      insert into link_request (rider, email, valid_for, language, asked_at) values (?, ?, ?, ?, ?)
      on conflict (rider) do nothing
      """;
  private static final String FIND = "select * from link_request where rider = ?";
  private static final String ALL = "select * from link_request order by asked_at, rider";
  private static final String CLOSE = "delete from link_request where rider = ?";

  private final Database database;

  public SqliteLinkRequests(Database database) {
    this.database = database;
  }

  @Override
  public void open(LinkRequest request) {
    EmailAddress email = request.email();
    write(
        "keep that a rider asks for a link",
        OPEN,
        request.rider().value(),
        email == null ? null : email.value(),
        request.validFor().toSeconds(),
        request.language().tag(),
        request.askedAt().getEpochSecond());
  }

  @Override
  public Optional<LinkRequest> find(RiderId rider) {
    return read(FIND, rider.value()).stream().findFirst();
  }

  @Override
  public List<LinkRequest> all() {
    return read(ALL);
  }

  @Override
  public void close(RiderId rider) {
    write("forget that a rider asked for a link", CLOSE, rider.value());
  }

  private void write(String doing, String sql, @Nullable Object... values) {
    int _ = database.write(doing, connection -> Statements.change(connection, sql, values));
  }

  private List<LinkRequest> read(String sql, @Nullable Object... values) {
    return database.read(
        "read who asks for a link",
        connection -> Statements.query(connection, sql, SqliteLinkRequests::request, values));
  }

  private static LinkRequest request(ResultSet row) throws SQLException {
    String email = row.getString("email");
    return new LinkRequest(
        new RiderId(row.getString("rider")),
        email == null ? null : new EmailAddress(email),
        Duration.ofSeconds(row.getLong("valid_for")),
        Language.of(row.getString("language")).orElse(Language.ENGLISH),
        Instant.ofEpochSecond(row.getLong("asked_at")));
  }
}
