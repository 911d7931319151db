package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.migration.MigrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the process that holds the data folder, by commands beside it: whatever only it
 * can do, since it has the faces in memory. Orders are carried out in the order they were placed.
 */
public final class SqliteMigrationOrders {
  private static final String PLACE =
      """
      insert into migration_order (migration_id, kind, min_moved, min_found, drop_unmoved)
      values (?, ?, ?, ?, ?) returning number
      """;
  private static final String OPEN =
      "select * from migration_order where done is null order by number";
  private static final String FIND = "select done, answer from migration_order where number = ?";
  private static final String ANSWER =
      "update migration_order set done = ?, answer = ? where number = ?";

  private final Database database;

  public SqliteMigrationOrders(Database database) {
    this.database = database;
  }

  /** What is to be done. */
  public enum Kind {
    CUT_OVER,
    BACK,
    FINISH,
    CANCEL
  }

  /**
   * An order.
   *
   * @param minMoved for {@link Kind#CUT_OVER}, as {@code minFound}: 0 to 100
   * @param dropUnmoved for {@link Kind#FINISH}
   */
  public record Order(
      MigrationId migration, Kind kind, double minMoved, double minFound, boolean dropUnmoved) {}

  /** An order that nobody has answered. */
  public record Placed(long number, Order order) {}

  /**
   * What came of an order.
   *
   * @param done false if it was refused
   * @param text for whoever gave it
   */
  public record Answer(boolean done, String text) {}

  /** Returns the order's number. */
  public long place(Order order) {
    return database.write(
        "leave an order",
        connection ->
            Statements.query(
                    connection,
                    PLACE,
                    row -> row.getLong(1),
                    order.migration().value(),
                    order.kind().name(),
                    order.minMoved(),
                    order.minFound(),
                    order.dropUnmoved())
                .getFirst());
  }

  /** Lists orders that nobody has answered, the first first. */
  public List<Placed> open() {
    return database.read(
        "read the orders",
        connection -> Statements.query(connection, OPEN, SqliteMigrationOrders::placed));
  }

  /** Answers an order, so that it is not open any more. */
  public void answer(long number, Answer answer) {
    int _ =
        database.write(
            "answer an order",
            connection ->
                Statements.change(connection, ANSWER, answer.done(), answer.text(), number));
  }

  /** Empty as long as nobody has answered. */
  public Optional<Answer> answer(long number) {
    return database
        .read(
            "read an answer",
            connection -> Statements.query(connection, FIND, SqliteMigrationOrders::answer, number))
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Answer> answer(ResultSet row) throws SQLException {
    boolean done = row.getBoolean("done");
    @Nullable String text = row.getString("answer");
    return text == null ? Optional.empty() : Optional.of(new Answer(done, text));
  }

  private static Placed placed(ResultSet row) throws SQLException {
    return new Placed(
        row.getLong("number"),
        new Order(
            new MigrationId(row.getString("migration_id")),
            Kind.valueOf(row.getString("kind")),
            row.getDouble("min_moved"),
            row.getDouble("min_found"),
            row.getBoolean("drop_unmoved")));
  }
}
