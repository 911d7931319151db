package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.rider.Sightings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sightings as rows. */
public final class SqliteSightings implements Sightings {
  private static final String FIND = "select * from rider_sighting where rider = ?";
  private static final String PUT =
      """
      insert or replace into rider_sighting (rider, seen_at, email, language, told_at)
      values (?, ?, ?, ?, ?)
      """;
  private static final String FORGET = "delete from rider_sighting where rider = ?";

  private final Database database;

  public SqliteSightings(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Sighting> find(RiderId rider) {
    return database.read(
        "read when a rider was here", connection -> Optional.ofNullable(find(connection, rider)));
  }

  @Override
  public boolean replace(@Nullable Sighting expected, Sighting next) {
    return database.write(
        "note when a rider was here",
        connection -> {
          Sighting present = find(connection, next.rider());
          boolean expectedIsThere = present == null ? expected == null : present.equals(expected);
          return next.equals(present) || (expectedIsThere && put(connection, next) > 0);
        });
  }

  @Override
  public void forget(RiderId rider) {
    int _ =
        database.write(
            "forget when a rider was here",
            connection -> Statements.change(connection, FORGET, rider.value()));
  }

  private static int put(Connection connection, Sighting next) throws SQLException {
    EmailAddress email = next.email();
    Language language = next.language();
    Instant told = next.toldAt();
    return Statements.change(
        connection,
        PUT,
        next.rider().value(),
        next.seenAt().getEpochSecond(),
        email == null ? null : email.value(),
        language == null ? null : language.tag(),
        told == null ? null : told.getEpochSecond());
  }

  private static @Nullable Sighting find(Connection connection, RiderId rider) throws SQLException {
    return Statements.query(connection, FIND, SqliteSightings::sighting, rider.value()).stream()
        .findFirst()
        .orElse(null);
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    String email = row.getString("email");
    String language = row.getString("language");
    return new Sighting(
        new RiderId(row.getString("rider")),
        Instant.ofEpochSecond(row.getLong("seen_at")),
        email == null ? null : new EmailAddress(email),
        language == null ? null : Language.of(language).orElse(null),
        toldAt(row));
  }

  private static @Nullable Instant toldAt(ResultSet row) throws SQLException {
    long seconds = row.getLong("told_at");
    return row.wasNull() ? null : Instant.ofEpochSecond(seconds);
  }
}
