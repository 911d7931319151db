package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.ProvidedFace;
import dev.riderphotos.photo.PhotoRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of faces that are to be moved. */
final class MigrationRow {
  private static final String ADD =
      """
      insert into migration_face (migration_id, face_id, record, external_image_id, image_id,
        user_id, box_left, box_top, box_width, box_height, outcome, reason)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String END =
      """
      update migration_face set outcome = ?, reason = ?, match_face_id = ?, match_image_id = ?,
        match_external_id = ?, match_left = ?, match_top = ?, match_width = ?, match_height = ?,
        match_confidence = ?, match_iou = ?, match_second = ?
      where migration_id = ? and face_id = ? and record = ?
      """;

  private MigrationRow() {}

  /** Adds an open face; says whether it was not known. */
  static boolean add(
      Connection connection,
      MigrationId id,
      @Nullable Long record,
      @Nullable ExternalImageId name,
      ProvidedFace face)
      throws SQLException {
    return add(connection, id, record, name, face, null, null);
  }

  /** Adds a face without a photo; says whether it was not known. */
  static boolean reject(Connection connection, MigrationId id, FaceRow row) throws SQLException {
    return add(
        connection,
        id,
        null,
        row.externalImageId(),
        row.provided(),
        row.outcome().name(),
        row.reason());
  }

  private static boolean add(
      Connection connection,
      MigrationId id,
      @Nullable Long record,
      @Nullable ExternalImageId name,
      ProvidedFace face,
      @Nullable String outcome,
      @Nullable String reason)
      throws SQLException {
    BoundingBox box = face.box();
    UserId user = face.user();
    return Statements.change(
            connection,
            ADD,
            id.value(),
            face.id().value(),
            record,
            text(name),
            face.image().value(),
            user == null ? null : user.value(),
            box.left(),
            box.top(),
            box.width(),
            box.height(),
            outcome,
            reason)
        > 0;
  }

  /** Writes what became of a face of a record; says whether it is still there. */
  static boolean end(Connection connection, MigrationId id, long record, FaceRow row)
      throws SQLException {
    FaceRow.Match match = row.match();
    IndexedFace face = match == null ? null : match.face();
    BoundingBox box = face == null ? null : face.box();
    return Statements.change(
            connection,
            END,
            row.outcome().name(),
            row.reason(),
            face == null ? null : face.id().value(),
            face == null ? null : face.image().value(),
            face == null ? null : text(face.externalImageId()),
            box == null ? null : box.left(),
            box == null ? null : box.top(),
            box == null ? null : box.width(),
            box == null ? null : box.height(),
            face == null ? null : face.confidence(),
            match == null ? null : match.iou(),
            match == null ? null : match.second(),
            id.value(),
            row.provided().id().value(),
            record)
        > 0;
  }

  /** Reads the face that was provided. */
  static ProvidedFace provided(ResultSet row) throws SQLException {
    String user = row.getString("user_id");
    return new ProvidedFace(
        new FaceId(row.getString("face_id")),
        new ImageId(row.getString("image_id")),
        user == null ? null : new UserId(user),
        box(row, "box"));
  }

  /** Reads all of it, with the columns of its record's photo. */
  static FaceRow row(ResultSet row) throws SQLException {
    String bucket = row.getString("s3bucket");
    return new FaceRow(
        provided(row),
        bucket == null ? null : new PhotoRef(bucket, row.getString("s3key")),
        name(row.getString("external_image_id")),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("reason"),
        match(row));
  }

  private static FaceRow.@Nullable Match match(ResultSet row) throws SQLException {
    String face = row.getString("match_face_id");
    return face == null
        ? null
        : new FaceRow.Match(
            new IndexedFace(
                new FaceId(face),
                new ImageId(row.getString("match_image_id")),
                name(row.getString("match_external_id")),
                box(row, "match"),
                row.getDouble("match_confidence")),
            row.getDouble("match_iou"),
            row.getDouble("match_second"));
  }

  static BoundingBox box(ResultSet row, String prefix) throws SQLException {
    return new BoundingBox(
        row.getDouble(prefix + "_left"),
        row.getDouble(prefix + "_top"),
        row.getDouble(prefix + "_width"),
        row.getDouble(prefix + "_height"));
  }

  static @Nullable ExternalImageId name(@Nullable String value) {
    return value == null ? null : new ExternalImageId(value);
  }

  static @Nullable String text(@Nullable ExternalImageId name) {
    return name == null ? null : name.value();
  }
}
