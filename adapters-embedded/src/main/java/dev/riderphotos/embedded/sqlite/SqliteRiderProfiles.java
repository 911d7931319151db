package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Profiles as rows; the columns are named as the reference's attributes. */
public final class SqliteRiderProfiles implements RiderProfiles {
  private static final String FIND = "select * from rider_profile where username = ?";
  private static final String PUT =
      """
      insert or replace into rider_profile
      (username, face_id, s3bucket, s3key, thumbnail_s3bucket, thumbnail_s3key,
       consent_version, consent_language, consent_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String RIDERS =
      "select username from rider_profile where username > ? order by username limit ?";
  private static final String DELETE = "delete from rider_profile where username = ?";

  private final Database database;

  public SqliteRiderProfiles(Database database) {
    this.database = database;
  }

  @Override
  public Optional<RiderProfile> find(RiderId rider) {
    return database.read("read a profile", connection -> find(connection, rider));
  }

  @Override
  public Optional<RiderProfile> replace(@Nullable RiderProfile expected, RiderProfile next) {
    return database.write(
        "write a profile",
        connection -> {
          Optional<RiderProfile> present = find(connection, next.rider());
          if (!present.equals(Optional.ofNullable(expected))) {
            return present;
          }
          int _ = put(connection, next);
          return Optional.of(next);
        });
  }

  @Override
  public void delete(RiderProfile profile) {
    boolean _ =
        database.write(
            "delete a profile",
            connection ->
                find(connection, profile.rider()).equals(Optional.of(profile))
                    && Statements.change(connection, DELETE, profile.rider().value()) > 0);
  }

  @Override
  public List<RiderId> riders(@Nullable RiderId after, int limit) {
    return database.read(
        "list riders",
        connection ->
            Statements.query(
                connection,
                RIDERS,
                row -> new RiderId(row.getString(1)),
                after == null ? "" : after.value(),
                limit));
  }

  private static Optional<RiderProfile> find(Connection connection, RiderId rider)
      throws SQLException {
    return Statements.query(connection, FIND, SqliteRiderProfiles::profile, rider.value()).stream()
        .findFirst();
  }

  private static int put(Connection connection, RiderProfile profile) throws SQLException {
    Consent consent = profile.consent();
    return Statements.change(
        connection,
        PUT,
        profile.rider().value(),
        profile.face().value(),
        profile.photo().bucket(),
        profile.photo().key(),
        profile.thumbnail().bucket(),
        profile.thumbnail().key(),
        consent == null ? null : consent.version(),
        consent == null ? null : consent.language().tag(),
        consent == null ? null : consent.at().toString());
  }

  private static RiderProfile profile(ResultSet row) throws SQLException {
    return new RiderProfile(
        new RiderId(row.getString("username")),
        new FaceId(row.getString("face_id")),
        new PhotoRef(row.getString("s3bucket"), row.getString("s3key")),
        new PhotoRef(row.getString("thumbnail_s3bucket"), row.getString("thumbnail_s3key")),
        consent(row));
  }

  /** Rows that were written when nobody was asked have none. */
  private static @Nullable Consent consent(ResultSet row) throws SQLException {
    String version = row.getString("consent_version");
    return version == null
        ? null
        : new Consent(
            version,
            Language.of(row.getString("consent_language")).orElseThrow(),
            Instant.parse(row.getString("consent_at")));
  }
}
