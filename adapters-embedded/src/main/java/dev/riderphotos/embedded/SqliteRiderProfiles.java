package dev.riderphotos.embedded;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Profiles as rows; the columns are named as the reference's attributes. */
public final class SqliteRiderProfiles implements RiderProfiles {
  private static final String FIND = "select * from rider_profile where username = ?";
  private static final String PUT =
      """
      insert or replace into rider_profile
      (username, face_id, s3bucket, s3key, thumbnail_s3bucket, thumbnail_s3key)
      values (?, ?, ?, ?, ?, ?)
      """;
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
          put(connection, next);
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
                    && delete(connection, profile.rider()));
  }

  private static Optional<RiderProfile> find(Connection connection, RiderId rider)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, rider.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(profile(row)) : Optional.empty();
      }
    }
  }

  private static void put(Connection connection, RiderProfile profile) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PUT)) {
      statement.setString(1, profile.rider().value());
      statement.setString(2, profile.face().value());
      statement.setString(3, profile.photo().bucket());
      statement.setString(4, profile.photo().key());
      statement.setString(5, profile.thumbnail().bucket());
      statement.setString(6, profile.thumbnail().key());
      statement.executeUpdate();
    }
  }

  private static boolean delete(Connection connection, RiderId rider) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setString(1, rider.value());
      return statement.executeUpdate() > 0;
    }
  }

  private static RiderProfile profile(ResultSet row) throws SQLException {
    return new RiderProfile(
        new RiderId(row.getString("username")),
        new FaceId(row.getString("face_id")),
        new PhotoRef(row.getString("s3bucket"), row.getString("s3key")),
        new PhotoRef(row.getString("thumbnail_s3bucket"), row.getString("thumbnail_s3key")));
  }
}
