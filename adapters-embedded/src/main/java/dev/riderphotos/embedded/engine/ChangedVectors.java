package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.embedded.vector.VectorChange;
import dev.riderphotos.embedded.vector.VectorChange.Generations;
import dev.riderphotos.embedded.vector.VectorChange.Row;
import dev.riderphotos.face.CollectionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of vectors that one transaction changes, so that they stay without gaps. */
final class ChangedVectors {
  static final String SIZE =
      "select coalesce(max(vector_row) + 1, 0) from face where collection_id = ?";
  static final String GENERATION =
      "select generation from vector_block where collection_id = ? and block = ?";
  private static final String RENEW =
      """
      insert into vector_block (collection_id, block, generation) values (?, ?, random())
      on conflict do update set generation = excluded.generation returning generation
      """;
  private static final String MOVE =
      """
      update face set vector_row = ? where collection_id = ? and vector_row = ?
      returning number, descriptor
      """;

  private final Connection connection;
  private final CollectionId collection;
  private final List<Row> rows = new ArrayList<>();
  private int size;

  private ChangedVectors(Connection connection, CollectionId collection, int size) {
    this.connection = connection;
    this.collection = collection;
    this.size = size;
  }

  static ChangedVectors of(Connection connection, CollectionId collection) throws SQLException {
    return new ChangedVectors(
        connection,
        collection,
        Statements.query(connection, SIZE, row -> row.getInt(1), collection.value()).getFirst());
  }

  /** The row that the next face gets. */
  int next() {
    return size;
  }

  void added(long number, float[] descriptor) {
    rows.add(new Row(size, number, descriptor));
    size++;
  }

  /** The last face gets the row of one that was deleted. */
  void deleted(int vacant) throws SQLException {
    size--;
    if (vacant != size) {
      rows.add(
          Statements.query(
                  connection,
                  MOVE,
                  row ->
                      new Row(
                          vacant, row.getLong(1), EnginePrint.floats(row.getBytes("descriptor"))),
                  vacant,
                  collection.value(),
                  size)
              .getFirst());
    }
    rows.add(new Row(size, 0, null));
  }

  /** What this comes to; their blocks are of another generation then. */
  VectorChange finish() throws SQLException {
    Set<Integer> blocks =
        rows.stream().map(row -> VectorChange.blockOf(row.row())).collect(Collectors.toSet());
    Map<Integer, Generations> generations = new TreeMap<>();
    for (int block : blocks) {
      generations.put(block, renew(block));
    }
    return new VectorChange(rows, generations, size);
  }

  private Generations renew(int block) throws SQLException {
    List<Long> before = generation(GENERATION, block);
    return new Generations(
        before.isEmpty() ? null : before.getFirst(), generation(RENEW, block).getFirst());
  }

  private List<Long> generation(String sql, int block) throws SQLException {
    return Statements.query(connection, sql, row -> row.getLong(1), collection.value(), block);
  }
}
