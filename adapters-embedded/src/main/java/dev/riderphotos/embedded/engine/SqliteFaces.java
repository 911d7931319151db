package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.embedded.vector.VectorChange;
import dev.riderphotos.embedded.vector.VectorSource;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one collection's faces. */
final class SqliteFaces implements VectorSource {
  private static final String INSERT =
      """
      insert into face (collection_id, face_id, image_id, external_image_id,
        box_left, box_top, box_width, box_height, confidence, descriptor, vector_row)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning number
      """;
  private static final String BLOCK =
      """
      select block.generation, face.vector_row, face.number, face.descriptor
      from vector_block block
      left join face on face.collection_id = block.collection_id and face.vector_row between ? and ?
      where block.collection_id = ? and block.block = ?
      """;
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
      "delete from face where collection_id = ? and face_id = ? returning number, user, vector_row";

  private final Database database;
  private final CollectionId collection;

  SqliteFaces(Database database, CollectionId collection) {
    this.database = database;
    this.collection = collection;
  }

  /** A face, and the number it has in its table and in memory. */
  record Numbered(long number, IndexedFace face) {}

  /** What deleting comes to: for the vectors, and for the users whose faces these were. */
  record Deletion(VectorChange vectors, Set<Long> users) {}

  /** A face that was deleted: the number of its user, if it had one, and its row. */
  private record Deleted(@Nullable Long user, int row) {}

  CollectionId collection() {
    return collection;
  }

  @Override
  public int size() {
    return database.read(
        "read the collection",
        connection ->
            Statements.query(
                    connection, ChangedVectors.SIZE, row -> row.getInt(1), collection.value())
                .getFirst());
  }

  @Override
  public OptionalLong generation(int block) {
    return database.read(
        "read the collection",
        connection ->
            Statements.query(
                    connection,
                    ChangedVectors.GENERATION,
                    row -> row.getLong(1),
                    collection.value(),
                    block)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst());
  }

  /** By one statement, so that it is one moment. */
  @Override
  public OptionalLong read(int block, EachRow each) {
    return database.read(
        "read the collection",
        connection -> {
          try (var statement = connection.prepareStatement(BLOCK)) {
            statement.setInt(1, VectorChange.firstOf(block));
            statement.setInt(2, VectorChange.firstOf(block + 1) - 1);
            statement.setString(3, collection.value());
            statement.setInt(4, block);
            try (ResultSet rows = statement.executeQuery()) {
              return read(rows, each);
            }
          }
        });
  }

  private static OptionalLong read(ResultSet rows, EachRow each) throws SQLException {
    OptionalLong generation = OptionalLong.empty();
    while (rows.next()) {
      generation = OptionalLong.of(rows.getLong(1));
      byte[] descriptor = rows.getBytes("descriptor");
      if (descriptor != null) {
        each.accept(rows.getInt(2), rows.getLong(3), EnginePrint.floats(descriptor));
      }
    }
    return generation;
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

  /** All are inserted, or none. */
  VectorChange insert(List<DescribedFace> faces) {
    return database.write(
        "change the collection",
        connection -> {
          ChangedVectors vectors = ChangedVectors.of(connection, collection);
          for (DescribedFace described : faces) {
            long number = insert(connection, described, vectors.next());
            vectors.added(number, described.descriptor());
          }
          return vectors.finish();
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

  /** Those that are there; all of them are deleted, whoever's they are, or none. */
  Deletion delete(List<FaceId> ids) {
    return database.write(
        "change the collection",
        connection -> {
          ChangedVectors vectors = ChangedVectors.of(connection, collection);
          Set<Long> users = new HashSet<>();
          for (FaceId id : ids) {
            for (Deleted deleted : delete(connection, id)) {
              vectors.deleted(deleted.row());
              Stream.ofNullable(deleted.user()).forEach(users::add);
            }
          }
          return new Deletion(vectors.finish(), users);
        });
  }

  private long insert(Connection connection, DescribedFace described, int vectorRow)
      throws SQLException {
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
            EnginePrint.bytes(described.descriptor()),
            vectorRow)
        .getFirst();
  }

  private List<Deleted> delete(Connection connection, FaceId id) throws SQLException {
    return Statements.query(
        connection, DELETE_BY_ID, SqliteFaces::deleted, collection.value(), id.value());
  }

  private static Deleted deleted(ResultSet row) throws SQLException {
    long user = row.getLong("user");
    return new Deleted(row.wasNull() ? null : user, row.getInt("vector_row"));
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
