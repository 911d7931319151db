package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row for each face that was ever paired; those that are one face are a group. */
public final class SqliteFaceCounterparts implements FaceCounterparts {
  private static final String GROUP = "(select group_id from face_counterpart where face_id = ?)";
  private static final String OF =
      "select * from face_counterpart where group_id = " + GROUP + " order by number";
  private static final String JOIN =
      "update face_counterpart set group_id = ? where group_id = " + GROUP;
  private static final String PUT =
      "insert or replace into face_counterpart (face_id, collection_id, group_id) values (?, ?, ?)";
  private static final String IN =
      """
      select asked.face_id, there.face_id
      from face_counterpart asked join face_counterpart there using (group_id)
      where there.collection_id = ? and asked.face_id in (%s)
      order by there.number
      """;
  private static final String OF_MANY =
      """
      select asked.face_id as asked_id, there.*
      from face_counterpart asked join face_counterpart there using (group_id)
      where asked.face_id in (%s)
      order by there.number
      """;
  private static final String OTHERS =
      "select face_id from face_counterpart where group_id = "
          + GROUP
          + " and face_id <> ? order by number";
  private static final String PART = "delete from face_counterpart where face_id = ?";
  private static final String FORGET = "delete from face_counterpart where group_id = " + GROUP;

  private final Database database;

  public SqliteFaceCounterparts(Database database) {
    this.database = database;
  }

  @Override
  public void pair(CollectionId one, FaceId face, CollectionId other, FaceId same) {
    pair(one, other, Map.of(face, same));
  }

  @Override
  public void pair(CollectionId one, CollectionId other, Map<FaceId, FaceId> faces) {
    if (one.equals(other)) {
      throw new IllegalArgumentException("Both faces are in one collection");
    }
    int _ =
        database.write(
            "pair faces",
            connection -> {
              int written = 0;
              for (Map.Entry<FaceId, FaceId> pair : faces.entrySet()) {
                FaceId face = pair.getKey();
                int _ = Statements.change(connection, JOIN, face.value(), face.value());
                int _ = Statements.change(connection, JOIN, face.value(), pair.getValue().value());
                written +=
                    put(connection, one, face, face)
                        + put(connection, other, pair.getValue(), face);
              }
              return written;
            });
  }

  private static int put(Connection connection, CollectionId in, FaceId face, FaceId group)
      throws SQLException {
    return Statements.change(connection, PUT, face.value(), in.value(), group.value());
  }

  @Override
  public Optional<FaceId> in(CollectionId collection, FaceId face) {
    return Optional.ofNullable(in(collection, List.of(face)).get(face));
  }

  @Override
  public Map<FaceId, FaceId> in(CollectionId collection, Collection<FaceId> faces) {
    Object[] values = new Object[faces.size() + 1];
    values[0] = collection.value();
    int place = 0;
    for (FaceId face : faces) {
      values[++place] = face.value();
    }
    String sql = IN.formatted(places(faces.size()));
    Map<FaceId, FaceId> answers = new HashMap<>();
    database
        .read(
            "read which faces are one",
            connection -> Statements.query(connection, sql, SqliteFaceCounterparts::pair, values))
        .forEach(pair -> answers.put(pair.getKey(), pair.getValue())); // the last is meant
    return answers;
  }

  @Override
  public List<Counterpart> of(FaceId face) {
    return database.read(
        "read which faces are one",
        connection ->
            Statements.query(connection, OF, SqliteFaceCounterparts::counterpart, face.value()));
  }

  @Override
  public Map<FaceId, List<Counterpart>> of(Collection<FaceId> faces) {
    Object[] values = faces.stream().map(FaceId::value).toArray();
    String sql = OF_MANY.formatted(places(values.length));
    return database
        .read(
            "read which faces are one",
            connection ->
                Statements.query(
                    connection,
                    sql,
                    row -> Map.entry(new FaceId(row.getString("asked_id")), counterpart(row)),
                    values))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static String places(int number) {
    return String.join(",", Collections.nCopies(number, "?"));
  }

  @Override
  public void part(FaceId face) {
    int _ =
        database.write(
            "part a face from its counterparts", connection -> part(connection, face.value()));
  }

  /** A group is named by one of its faces, which the one that goes cannot be. */
  private static int part(Connection connection, String face) throws SQLException {
    List<String> others = Statements.query(connection, OTHERS, row -> row.getString(1), face, face);
    if (others.size() > 1) {
      int _ = Statements.change(connection, JOIN, others.getFirst(), face);
    } else if (!others.isEmpty()) {
      int _ = Statements.change(connection, PART, others.getFirst());
    }
    return Statements.change(connection, PART, face);
  }

  @Override
  public void forget(FaceId face) {
    int _ =
        database.write(
            "forget which faces are one",
            connection -> Statements.change(connection, FORGET, face.value()));
  }

  private static Map.Entry<FaceId, FaceId> pair(ResultSet row) throws SQLException {
    return Map.entry(new FaceId(row.getString(1)), new FaceId(row.getString(2)));
  }

  private static Counterpart counterpart(ResultSet row) throws SQLException {
    return new Counterpart(
        new CollectionId(row.getString("collection_id")), new FaceId(row.getString("face_id")));
  }
}
