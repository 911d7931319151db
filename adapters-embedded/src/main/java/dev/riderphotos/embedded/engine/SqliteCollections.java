package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.Description;
import dev.riderphotos.face.FaceCollections.Summary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of collections. */
final class SqliteCollections {
  private static final String INSERT =
      """
      insert into collection (id, face_model_version, created_at) values (?, ?, ?)
      on conflict do nothing
      """;
  private static final String FIND = "select * from collection where id = ?";
  private static final String PAGE = "select * from collection where id > ? order by id limit ?";
  private static final String MADE_WITH =
      "select id from collection where face_model_version = ? order by id";
  private static final String MODELS =
      "select distinct face_model_version from collection order by face_model_version";
  private static final String ALL = "select id from collection order by id";
  private static final String COUNT = "select count(*) from face where collection_id = ?";
  private static final String COUNT_USERS =
      "select count(*) from collection_user where collection_id = ?";

  /** In this order: each may point at the ones below. */
  private static final List<String> DELETE =
      List.of(
          "delete from user_call where collection_id = ?",
          "delete from face where collection_id = ?",
          "delete from vector_block where collection_id = ?",
          "delete from collection_user where collection_id = ?",
          "delete from collection where id = ?");

  private final Database database;

  SqliteCollections(Database database) {
    this.database = database;
  }

  /** Empty if there is one already. */
  Optional<Summary> insert(CollectionId id, ModelVersion version, Instant now) {
    int inserted =
        database.write(
            "make a collection",
            connection ->
                Statements.change(
                    connection, INSERT, id.value(), version.id(), Statements.nanos(now)));
    return inserted == 0 ? Optional.empty() : Optional.of(new Summary(id, version.id()));
  }

  Optional<Summary> find(CollectionId id) {
    return database.read(
        "read a collection",
        connection ->
            Statements.query(connection, FIND, SqliteCollections::summary, id.value()).stream()
                .findFirst());
  }

  Optional<Description> describe(CollectionId id) {
    return database.read(
        "read a collection",
        connection -> {
          long faces = count(connection, COUNT, id);
          long users = count(connection, COUNT_USERS, id);
          return Statements.query(
                  connection, FIND, row -> description(row, faces, users), id.value())
              .stream()
              .findFirst();
        });
  }

  List<CollectionId> madeWith(ModelVersion version) {
    return database.read(
        "read the collections",
        connection ->
            Statements.query(
                connection, MADE_WITH, row -> new CollectionId(row.getString(1)), version.id()));
  }

  List<CollectionId> all() {
    return database.read(
        "read the collections",
        connection -> Statements.query(connection, ALL, row -> new CollectionId(row.getString(1))));
  }

  /** Lists the models that there are collections of, as their versions are stored. */
  List<String> models() {
    return database.read(
        "read the collections",
        connection -> Statements.query(connection, MODELS, row -> row.getString(1)));
  }

  /** Lists the collections with a greater id, in the order of their ids. */
  List<Summary> after(String id, int limit) {
    return database.read(
        "read the collections",
        connection -> Statements.query(connection, PAGE, SqliteCollections::summary, id, limit));
  }

  /** Returns how many were deleted: one or none. */
  int delete(CollectionId id) {
    return database.write(
        "delete a collection",
        connection -> {
          int deleted = 0;
          for (String rows : DELETE) {
            deleted = Statements.change(connection, rows, id.value());
          }
          return deleted;
        });
  }

  private static long count(Connection connection, String sql, CollectionId id)
      throws SQLException {
    return Statements.query(connection, sql, row -> row.getLong(1), id.value()).getFirst();
  }

  private static Summary summary(ResultSet row) throws SQLException {
    return new Summary(new CollectionId(row.getString("id")), row.getString("face_model_version"));
  }

  private static Description description(ResultSet row, long faces, long users)
      throws SQLException {
    return new Description(
        new CollectionId(row.getString("id")),
        row.getString("face_model_version"),
        faces,
        users,
        Statements.instant(row.getLong("created_at")));
  }
}
