package dev.riderphotos.embedded;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.Execution;
import dev.riderphotos.verification.ExecutionId;
import dev.riderphotos.verification.Executions;
import dev.riderphotos.verification.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal as rows: the whole execution as JSON beside the columns it is found by. */
public final class SqliteExecutions implements Executions {
  private static final String COLUMNS =
      "(rider, status, unfinished, started_at, document, id) values (?, ?, ?, ?, ?, ?)";
  private static final String START =
      "insert into execution " + COLUMNS + " on conflict do nothing";
  private static final String SAVE =
      """
      update execution
      set rider = ?, status = ?, unfinished = ?, started_at = ?, document = ? where id = ?
      """;
  private static final String FIND = "select document from execution where id = ?";
  private static final String UNFINISHED =
      "select id from execution where unfinished order by started_at, id";
  private static final String DELETE = "delete from execution where id = ?";

  private final Database database;

  public SqliteExecutions(Database database) {
    this.database = database;
  }

  @Override
  public Execution start(Execution execution) {
    return database.write(
        "begin an execution",
        connection -> {
          write(connection, START, execution);
          return find(connection, execution.id()).orElseThrow();
        });
  }

  @Override
  public void save(Execution execution) {
    int _ = database.write("write the journal", connection -> write(connection, SAVE, execution));
  }

  @Override
  public Optional<Execution> find(ExecutionId id) {
    return database.read("read the journal", connection -> find(connection, id));
  }

  @Override
  public List<ExecutionId> unfinished() {
    return database.read(
        "read the journal",
        connection -> {
          try (var statement = connection.prepareStatement(UNFINISHED);
              ResultSet rows = statement.executeQuery()) {
            List<ExecutionId> ids = new ArrayList<>();
            while (rows.next()) {
              ids.add(ExecutionId.of(rows.getString(1)));
            }
            return ids;
          }
        });
  }

  @Override
  public void delete(ExecutionId id) {
    int _ =
        database.write(
            "delete an execution",
            connection -> {
              try (var statement = connection.prepareStatement(DELETE)) {
                statement.setString(1, id.toString());
                return statement.executeUpdate();
              }
            });
  }

  @Override
  public Page list(Filter filter, @Nullable Cursor after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has at least one execution");
    }
    ExecutionQuery query = new ExecutionQuery(filter.status(), filter.rider(), after);
    List<Execution> found =
        database.read("read the journal", connection -> query.run(connection, limit + 1));
    boolean more = found.size() > limit;
    List<Execution> page = more ? found.subList(0, limit) : found;
    return new Page(page, more ? ExecutionQuery.cursor(page.getLast()) : null);
  }

  private static int write(Connection connection, String sql, Execution execution)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, execution.submission().rider().value());
      statement.setString(2, execution.status().name());
      statement.setBoolean(3, execution.unfinished());
      statement.setLong(4, nanos(execution.startedAt()));
      statement.setString(5, JournalJson.write(execution));
      statement.setString(6, execution.id().toString());
      return statement.executeUpdate();
    }
  }

  private static Optional<Execution> find(Connection connection, ExecutionId id)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, id.toString());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(JournalJson.read(row.getString(1))) : Optional.empty();
      }
    }
  }

  static long nanos(Instant time) {
    return ChronoUnit.NANOS.between(Instant.EPOCH, time);
  }

  /** A page of the list as SQL. */
  private record ExecutionQuery(
      @Nullable Status status, @Nullable RiderId rider, @Nullable Cursor after) {

    static Cursor cursor(Execution last) {
      return new Cursor(nanos(last.startedAt()) + "." + last.id());
    }

    List<Execution> run(Connection connection, int limit) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql())) {
        List<Object> values = values();
        values.add(limit);
        for (int i = 0; i < values.size(); i++) {
          statement.setObject(i + 1, values.get(i));
        }
        try (ResultSet rows = statement.executeQuery()) {
          List<Execution> found = new ArrayList<>();
          while (rows.next()) {
            found.add(JournalJson.read(rows.getString(1)));
          }
          return found;
        }
      }
    }

    private String sql() {
      StringBuilder sql = new StringBuilder("select document from execution where true");
      if (status != null) {
        sql.append(" and status = ?");
      }
      if (rider != null) {
        sql.append(" and rider = ?");
      }
      if (after != null) {
        sql.append(" and (started_at, id) < (?, ?)");
      }
      return sql.append(" order by started_at desc, id desc limit ?").toString();
    }

    private List<Object> values() {
      List<Object> values = new ArrayList<>();
      if (status != null) {
        values.add(status.name());
      }
      if (rider != null) {
        values.add(rider.value());
      }
      if (after != null) {
        String[] parts = after.value().split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("-?\\d{1,19}")) {
          throw new IllegalArgumentException("Not a cursor of this list");
        }
        values.add(Long.parseLong(parts[0]));
        values.add(parts[1]);
      }
      return values;
    }
  }
}
