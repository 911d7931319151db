package dev.riderphotos.embedded.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.PhotoDigest;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.photo.PhotoRef;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A face's record as a row. */
final class GalleryFaceRow {
  static final String BY_PHOTO = "select * from gallery_face where name = ? order by place";

  private static final String PUT =
      """
      insert into gallery_face
      (face_id, name, place, image_id, external_image_id, box_left, box_top, box_width, box_height,
       confidence, s3bucket, content, metadata, deleted_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private GalleryFaceRow() {}

  static void put(Connection connection, int place, FaceRecord record) throws SQLException {
    IndexedFace face = record.face();
    ExternalImageId externalImageId = face.externalImageId();
    Instant deletedAt = record.deletedAt();
    int _ =
        Statements.change(
            connection,
            PUT,
            face.id().value(),
            record.name().value(),
            place,
            face.image().value(),
            externalImageId == null ? null : externalImageId.value(),
            face.box().left(),
            face.box().top(),
            face.box().width(),
            face.box().height(),
            face.confidence(),
            record.photo().bucket(),
            record.content().value(),
            text(record.metadata()),
            deletedAt == null ? null : Statements.nanos(deletedAt));
  }

  static FaceRecord read(ResultSet row) throws SQLException {
    String externalImageId = row.getString("external_image_id");
    return new FaceRecord(
        new IndexedFace(
            new FaceId(row.getString("face_id")),
            new ImageId(row.getString("image_id")),
            externalImageId == null ? null : new ExternalImageId(externalImageId),
            new BoundingBox(
                row.getDouble("box_left"),
                row.getDouble("box_top"),
                row.getDouble("box_width"),
                row.getDouble("box_height")),
            row.getDouble("confidence")),
        new PhotoRef(row.getString("s3bucket"), row.getString("name")),
        new PhotoDigest(row.getString("content")),
        metadata(row.getString("metadata")),
        row.getObject("deleted_at") == null ? null : Statements.instant(row.getLong("deleted_at")));
  }

  static String text(PhotoMetadata metadata) {
    return metadata.entries().entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  static PhotoMetadata metadata(String text) {
    SortedMap<String, String> entries = new TreeMap<>();
    for (String entry : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int end = entry.indexOf('=');
      entries.put(decoded(entry.substring(0, end)), decoded(entry.substring(end + 1)));
    }
    return new PhotoMetadata(entries);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
