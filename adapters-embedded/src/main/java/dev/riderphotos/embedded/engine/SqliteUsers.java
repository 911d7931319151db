package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers.User;
import dev.riderphotos.face.CollectionUsers.UserStatus;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one collection's users, and which faces are theirs. */
final class SqliteUsers {
  private static final String SELECT =
      "select *, exists (select 1 from face where user = collection_user.number) as has_faces"
          + " from collection_user ";
  private static final String BY_ID = SELECT + "where collection_id = ? and user_id = ?";
  private static final String BY_NUMBER = SELECT + "where number = ?";
  private static final String PAGE =
      SELECT + "where collection_id = ? and user_id > ? order by user_id limit ?";
  private static final String COUNT =
      "select count(*) from collection_user where collection_id = ?";
  private static final String DESCRIPTORS = "select descriptor from face where user = ?";

  /** The users in the order of an index: sorted, all their descriptors would have to be kept. */
  private static final String ALL_DESCRIPTORS =
      """
      select owner.number, face.descriptor
      from collection_user owner cross join face on face.user = owner.number
      where owner.collection_id = ? order by owner.user_id
      """;

  private static final String INSERT =
      "insert into collection_user (collection_id, user_id) values (?, ?)";
  private static final String DELETE = "delete from collection_user where number = ?";
  private static final String CLEAR = "update face set user = null where user = ?";
  private static final String ASSOCIATE =
      "update face set user = ? where collection_id = ? and face_id = ?";

  private final Database database;
  private final CollectionId collection;

  SqliteUsers(Database database, CollectionId collection) {
    this.database = database;
    this.collection = collection;
  }

  /** A user, and the number it has in its table and in memory. */
  record Numbered(long number, User user) {}

  /** Receives a user's number and the descriptors of its faces, of which there is one at least. */
  interface EachUser {
    void accept(long number, List<float[]> faces);
  }

  Optional<Numbered> find(UserId user) {
    return query(BY_ID, collection.value(), user.value()).stream().findFirst();
  }

  /** Empty if it was deleted meanwhile. */
  Optional<User> byNumber(long number) {
    return query(BY_NUMBER, number).stream().map(Numbered::user).findFirst();
  }

  /** Lists the users with a greater id, in the order of their ids. */
  List<User> after(String id, int limit) {
    return query(PAGE, collection.value(), id, limit).stream().map(Numbered::user).toList();
  }

  long count() {
    return count(COUNT);
  }

  /** The descriptors of a user's faces. */
  List<float[]> descriptors(long number) {
    return database.read(
        "read a user",
        connection ->
            Statements.query(
                connection, DESCRIPTORS, row -> EnginePrint.floats(row.getBytes(1)), number));
  }

  /** User by user: all at once, the descriptors would be in memory twice. */
  void forEach(EachUser each) {
    boolean _ =
        database.read(
            "read the users",
            connection -> {
              try (var statement = connection.prepareStatement(ALL_DESCRIPTORS)) {
                statement.setString(1, collection.value());
                try (ResultSet rows = statement.executeQuery()) {
                  forEach(rows, each);
                  return true;
                }
              }
            });
  }

  void insert(Connection connection, UserId user) throws SQLException {
    int _ = Statements.change(connection, INSERT, collection.value(), user.value());
  }

  /** The user's faces stay, as nobody's. */
  void delete(Connection connection, long number) throws SQLException {
    int _ = Statements.change(connection, CLEAR, number);
    int _ = Statements.change(connection, DELETE, number);
  }

  /** Makes the faces this user's, or nobody's. */
  void give(Connection connection, List<FaceId> faces, @Nullable Long number) throws SQLException {
    for (FaceId face : faces) {
      int _ = Statements.change(connection, ASSOCIATE, number, collection.value(), face.value());
    }
  }

  private static void forEach(ResultSet rows, EachUser each) throws SQLException {
    long number = 0;
    List<float[]> faces = new ArrayList<>();
    while (rows.next()) {
      if (rows.getLong(1) != number && !faces.isEmpty()) {
        each.accept(number, faces);
        faces.clear();
      }
      number = rows.getLong(1);
      faces.add(EnginePrint.floats(rows.getBytes(2)));
    }
    if (!faces.isEmpty()) {
      each.accept(number, faces);
    }
  }

  private long count(String sql) {
    return database.read(
        "read the users",
        connection ->
            Statements.query(connection, sql, row -> row.getLong(1), collection.value())
                .getFirst());
  }

  private List<Numbered> query(String sql, Object... values) {
    return database.read(
        "read a user",
        connection -> Statements.query(connection, sql, SqliteUsers::numbered, values));
  }

  private static Numbered numbered(ResultSet row) throws SQLException {
    return new Numbered(
        row.getLong("number"),
        new User(
            new UserId(row.getString("user_id")),
            row.getBoolean("has_faces") ? UserStatus.ACTIVE : UserStatus.CREATED));
  }
}
