package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one collection's faces. */
final class SqliteFaces {
  private static final String INSERT =
      """
      insert into face (collection_id, face_id, image_id, external_image_id,
        box_left, box_top, box_width, box_height, confidence, descriptor)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning number
      """;
  private static final String DESCRIPTORS =
      "select number, descriptor from face where collection_id = ?";
  private static final String COUNT = "select count(*) from face where collection_id = ?";
  private static final String LENGTH =
      "select length(descriptor) / 4 from face where collection_id = ? limit 1";
  private static final String SELECT =
      "select face.*, owner.user_id from face"
          + " left join collection_user owner on owner.number = face.user ";
  private static final String PAGE =
      SELECT + "where face.collection_id = ? and face.number > ? order by face.number limit ?";
  private static final String OF_USER =
      """
      select face.*, owner.user_id from collection_user owner
      join face on face.user = owner.number
      where owner.collection_id = ? and owner.user_id = ? and face.number > ?
      order by face.number limit ?
      """;
  private static final String BY_NUMBER = SELECT + "where face.number = ?";
  private static final String BY_ID = SELECT + "where face.collection_id = ? and face.face_id = ?";
  private static final String BY_IMAGE =
      SELECT + "where face.collection_id = ? and face.image_id = ? order by face.number";
  private static final String DELETE_BY_ID =
      "delete from face where collection_id = ? and face_id = ? returning number, user";

  private final Database database;
  private final CollectionId collection;

  SqliteFaces(Database database, CollectionId collection) {
    this.database = database;
    this.collection = collection;
  }

  /** Receives a face's number and descriptor. */
  interface EachDescriptor {
    void accept(long number, float[] descriptor);
  }

  /** A face, and the number it has in its table and in memory. */
  record Numbered(long number, IndexedFace face) {}

  /** A face that was deleted: its number, and that of its user, if it had one. */
  record Deleted(long number, @Nullable Long user) {}

  CollectionId collection() {
    return collection;
  }

  long count() {
    return database.read(
        "read the collection",
        connection ->
            Statements.query(connection, COUNT, row -> row.getLong(1), collection.value())
                .getFirst());
  }

  /** How many numbers the descriptors have; none if there is no face. */
  int descriptorLength() {
    return database.read(
        "read the collection",
        connection ->
            Statements.query(connection, LENGTH, row -> row.getInt(1), collection.value()).stream()
                .findFirst()
                .orElse(0));
  }

  /** One by one: all at once, the descriptors would be in memory twice. */
  void forEach(EachDescriptor each) {
    boolean _ =
        database.read(
            "read the collection",
            connection -> {
              try (var statement = connection.prepareStatement(DESCRIPTORS)) {
                statement.setString(1, collection.value());
                try (ResultSet rows = statement.executeQuery()) {
                  while (rows.next()) {
                    each.accept(rows.getLong(1), EnginePrint.floats(rows.getBytes(2)));
                  }
                  return true;
                }
              }
            });
  }

  /** The numbers they got; all are inserted, or none. */
  List<Long> insert(List<DescribedFace> faces) {
    return database.write(
        "change the collection",
        connection -> {
          List<Long> numbers = new ArrayList<>();
          for (DescribedFace described : faces) {
            numbers.add(insert(connection, described));
          }
          return numbers;
        });
  }

  /** Empty if it was deleted meanwhile. */
  Optional<IndexedFace> byNumber(long number) {
    return query(BY_NUMBER, number).stream().map(Numbered::face).findFirst();
  }

  Optional<Numbered> byId(FaceId id) {
    return query(BY_ID, collection.value(), id.value()).stream().findFirst();
  }

  /** Finds the faces of an image, the first indexed first. */
  List<IndexedFace> byImage(ImageId image) {
    return query(BY_IMAGE, collection.value(), image.value()).stream().map(Numbered::face).toList();
  }

  /** Lists the faces with a greater number, in the order of their numbers. */
  List<Numbered> after(long number, int limit) {
    return query(PAGE, collection.value(), number, limit);
  }

  /** Lists those of a user, as {@link #after} does. */
  List<Numbered> ofUser(UserId user, long number, int limit) {
    return query(OF_USER, collection.value(), user.value(), number, limit);
  }

  /** The descriptor of a face that {@link #byId} found; empty if it was deleted meanwhile. */
  Optional<float[]> descriptor(FaceId id) {
    return database.read(
        "read a face",
        connection ->
            Statements.query(
                    connection,
                    BY_ID,
                    row -> EnginePrint.floats(row.getBytes("descriptor")),
                    collection.value(),
                    id.value())
                .stream()
                .findFirst());
  }

  /** Those that were there; all of them are deleted, whoever's they are, or none. */
  List<Deleted> delete(List<FaceId> ids) {
    return database.write(
        "change the collection",
        connection -> {
          List<Deleted> deleted = new ArrayList<>();
          for (FaceId id : ids) {
            deleted.addAll(delete(connection, DELETE_BY_ID, id.value()));
          }
          return deleted;
        });
  }

  private long insert(Connection connection, DescribedFace described) throws SQLException {
    IndexedFace face = described.face();
    BoundingBox box = face.box();
    ExternalImageId name = face.externalImageId();
    return Statements.query(
            connection,
            INSERT,
            row -> row.getLong(1),
            collection.value(),
            face.id().value(),
            face.image().value(),
            name == null ? null : name.value(),
            box.left(),
            box.top(),
            box.width(),
            box.height(),
            face.confidence(),
            EnginePrint.bytes(described.descriptor()))
        .getFirst();
  }

  private List<Deleted> delete(Connection connection, String sql, String id) throws SQLException {
    return Statements.query(connection, sql, SqliteFaces::deleted, collection.value(), id);
  }

  private static Deleted deleted(ResultSet row) throws SQLException {
    long user = row.getLong(2);
    return new Deleted(row.getLong(1), row.wasNull() ? null : user);
  }

  private List<Numbered> query(String sql, @Nullable Object... values) {
    return database.read(
        "read a face",
        connection -> Statements.query(connection, sql, SqliteFaces::numbered, values));
  }

  private static Numbered numbered(ResultSet row) throws SQLException {
    String name = row.getString("external_image_id");
    String user = row.getString("user_id");
    return new Numbered(
        row.getLong("number"),
        new IndexedFace(
            new FaceId(row.getString("face_id")),
            new ImageId(row.getString("image_id")),
            name == null ? null : new ExternalImageId(name),
            new BoundingBox(
                row.getDouble("box_left"),
                row.getDouble("box_top"),
                row.getDouble("box_width"),
                row.getDouble("box_height")),
            row.getDouble("confidence"),
            user == null ? null : new UserId(user)));
  }
}
