package dev.riderphotos.embedded;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows of one collection's faces. */
final class SqliteFaces {
  private static final String BEGIN =
      """
      insert into collection (id, face_model_version) values (?, ?) on conflict do nothing
      """;
  private static final String VERSION = "select face_model_version from collection where id = ?";
  private static final String INSERT =
      """
      insert into face (collection_id, face_id, image_id, external_image_id,
        box_left, box_top, box_width, box_height, confidence, descriptor)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning number
      """;
  private static final String ALL = "select number, descriptor from face where collection_id = ?";
  private static final String BY_NUMBER = "select * from face where number = ?";
  private static final String BY_ID = "select * from face where collection_id = ? and face_id = ?";
  private static final String BY_IMAGE =
      "select * from face where collection_id = ? and image_id = ? order by number limit 1";
  private static final String DELETE_BY_ID =
      "delete from face where collection_id = ? and face_id = ? returning number";
  private static final String DELETE_BY_IMAGE =
      "delete from face where collection_id = ? and image_id = ? returning number";

  private final Database database;
  private final String collection;

  SqliteFaces(Database database, String collection) {
    this.database = database;
    this.collection = collection;
  }

  /** Receives a face's number and descriptor. */
  interface Row {
    void accept(long number, byte[] descriptor);
  }

  /** Makes the collection if it is not there; the model it was made with. */
  String begin(String modelVersion) {
    return database.write(
        "open the collection",
        connection -> {
          int _ = Statements.change(connection, BEGIN, collection, modelVersion);
          return Statements.query(connection, VERSION, row -> row.getString(1), collection)
              .getFirst();
        });
  }

  /** One by one: all at once, the descriptors would be in memory twice. */
  void forEach(Row each) {
    boolean _ =
        database.read(
            "read the collection",
            connection -> {
              try (var statement = connection.prepareStatement(ALL)) {
                statement.setString(1, collection);
                try (ResultSet rows = statement.executeQuery()) {
                  while (rows.next()) {
                    each.accept(rows.getLong(1), rows.getBytes(2));
                  }
                  return true;
                }
              }
            });
  }

  /** The number it got. */
  long insert(IndexedFace face, byte[] descriptor) {
    BoundingBox box = face.box();
    return numbers(
            INSERT,
            collection,
            face.id().value(),
            face.image().value(),
            face.externalImageId().value(),
            box.left(),
            box.top(),
            box.width(),
            box.height(),
            face.confidence(),
            descriptor)
        .getFirst();
  }

  /** Empty if it was deleted meanwhile. */
  Optional<IndexedFace> byNumber(long number) {
    return one(BY_NUMBER, number);
  }

  Optional<IndexedFace> byId(FaceId id) {
    return one(BY_ID, collection, id.value());
  }

  Optional<IndexedFace> byImage(ImageId image) {
    return one(BY_IMAGE, collection, image.value());
  }

  /** The numbers of those that were there. */
  List<Long> delete(FaceId id) {
    return byId(id).isEmpty() ? List.of() : numbers(DELETE_BY_ID, collection, id.value());
  }

  /** The numbers of those that were there. */
  List<Long> deleteByImage(ImageId image) {
    return byImage(image).isEmpty()
        ? List.of()
        : numbers(DELETE_BY_IMAGE, collection, image.value());
  }

  private Optional<IndexedFace> one(String sql, Object... values) {
    return database.read(
        "read a face",
        connection ->
            Statements.query(connection, sql, SqliteFaces::face, values).stream().findFirst());
  }

  private List<Long> numbers(String sql, Object... values) {
    return database.write(
        "change the collection",
        connection -> Statements.query(connection, sql, row -> row.getLong(1), values));
  }

  private static IndexedFace face(ResultSet row) throws SQLException {
    return new IndexedFace(
        new FaceId(row.getString("face_id")),
        new ImageId(row.getString("image_id")),
        new ExternalImageId(row.getString("external_image_id")),
        new BoundingBox(
            row.getDouble("box_left"),
            row.getDouble("box_top"),
            row.getDouble("box_width"),
            row.getDouble("box_height")),
        row.getDouble("confidence"));
  }
}
