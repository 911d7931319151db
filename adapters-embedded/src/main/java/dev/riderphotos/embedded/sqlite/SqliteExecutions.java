package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.documents.JournalJson;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.face.FaceId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The journal as rows: the whole execution as JSON beside the columns it is found by. The data
 * folder is one process's alone, so what this one does not hold nobody does.
 */
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
  private static final String HELD_BY_NO_STATE_MACHINE =
      " and (json_extract(document, '$.heldBy') is null";
  private static final String SAVE_OWN = SAVE + HELD_BY_NO_STATE_MACHINE + ")";
  private static final String REDRIVE =
      SAVE + " and status = 'FAILED'" + HELD_BY_NO_STATE_MACHINE + " or not unfinished)";
  private static final String FIND = "select document from execution where id = ?";
  private static final String UNFINISHED =
      """
      select id from execution
      where unfinished and json_extract(document, '$.heldBy') is null order by started_at, id
      """;
  private static final String HELD_BY_STATE_MACHINES =
      """
      select document from execution
      where unfinished and json_extract(document, '$.heldBy') is not null order by started_at, id
      """;
  private static final String DELETE = "delete from execution where id = ?";

  private static final String TELL =
      "insert or ignore into execution_resemblance (face_id, execution_id) values (?, ?)";
  private static final String TELLING =
      """
      select document from execution
      where id in (select execution_id from execution_resemblance where face_id = ?)
      """;
  private static final String TELL_NO_MORE = "delete from execution_resemblance where face_id = ?";

  private final Database database;
  private final Announcing announcing;
  private final Set<ExecutionId> held = ConcurrentHashMap.newKeySet();

  /** A journal whose ends nobody wants to be told of. */
  public SqliteExecutions(Database database) {
    this(database, Announcing.NOTHING);
  }

  public SqliteExecutions(Database database, Announcing announcing) {
    this.database = database;
    this.announcing = announcing;
  }

  @Override
  public Execution start(Execution execution) {
    return database.write(
        "begin an execution",
        connection -> {
          if (write(connection, START, execution) > 0) {
            hold(execution);
          }
          return find(connection, execution.id()).orElseThrow();
        });
  }

  @Override
  public boolean claim(ExecutionId id) {
    boolean claimed =
        find(id).filter(Execution::unfinished).filter(found -> found.heldBy() == null).isPresent();
    if (claimed) {
      held.add(id);
    }
    return claimed;
  }

  private void hold(Execution execution) {
    if (execution.heldBy() == null) {
      held.add(execution.id());
    }
  }

  @Override
  public void release(ExecutionId id) {
    held.remove(id);
  }

  @Override
  public void save(Execution execution) {
    int saved = database.write("write the journal", connection -> announce(connection, execution));
    if (saved == 0 && find(execution.id()).isPresent()) {
      throw new TakenOverException(execution.id());
    }
    if (!execution.unfinished()) {
      held.remove(execution.id());
    }
  }

  /** How many rows it saved; if any, with word of the end. */
  private int announce(Connection connection, Execution execution) throws SQLException {
    boolean forgets = !execution.resembled().isEmpty();
    Optional<Execution> before =
        forgets || announcing.mayConcern(execution)
            ? find(connection, execution.id())
            : Optional.empty();
    Execution left = before.map(execution::forgettingAs).orElse(execution);
    int saved = write(connection, SAVE_OWN, left);
    if (saved > 0 && before.isPresent()) {
      announce(connection, before.get(), execution);
    }
    return saved;
  }

  private void announce(Connection connection, Execution before, Execution after)
      throws SQLException {
    Optional<OfRider> end = announcing.of(before, after);
    if (end.isPresent()) {
      SqliteAnnouncements.add(connection, end.get());
    }
  }

  @Override
  public Execution change(ExecutionId id, ExecutionArn holder, UnaryOperator<Execution> change) {
    return database.write(
        "write the journal",
        connection -> {
          Execution before =
              find(connection, id)
                  .filter(found -> holder.equals(found.heldBy()))
                  .orElseThrow(() -> new TakenOverException(id));
          Execution changed = change.apply(before);
          int _ = write(connection, SAVE, changed);
          announce(connection, before, changed);
          return changed;
        });
  }

  @Override
  public boolean redrive(Execution begun) {
    boolean redriven =
        database.write("write the journal", connection -> write(connection, REDRIVE, begun)) > 0;
    if (redriven) {
      hold(begun);
    }
    return redriven;
  }

  @Override
  public Optional<Execution> find(ExecutionId id) {
    return database.read("read the journal", connection -> find(connection, id));
  }

  @Override
  public List<ExecutionId> unfinished() {
    return database
        .read(
            "read the journal",
            connection ->
                Statements.query(connection, UNFINISHED, row -> ExecutionId.of(row.getString(1))))
        .stream()
        .filter(id -> !held.contains(id))
        .toList();
  }

  @Override
  public List<Execution> heldByStateMachines() {
    return database.read(
        "read the journal",
        connection ->
            Statements.query(connection, HELD_BY_STATE_MACHINES, SqliteExecutions::execution));
  }

  @Override
  public void delete(ExecutionId id) {
    int _ =
        database.write(
            "delete an execution",
            connection -> Statements.change(connection, DELETE, id.toString()));
    held.remove(id);
  }

  @Override
  public int forgetFace(FaceId face) {
    return database.write(
        "forget a face",
        connection -> {
          int changed = 0;
          for (Execution telling :
              Statements.query(connection, TELLING, SqliteExecutions::execution, face.value())) {
            Execution left = telling.forgetting(face);
            if (left != telling) {
              changed += write(connection, SAVE, left);
            }
          }
          int _ = Statements.change(connection, TELL_NO_MORE, face.value());
          return changed;
        });
  }

  @Override
  public Page list(Filter filter, @Nullable Cursor at, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has at least one execution");
    }
    boolean back = at != null && at.back();
    List<Execution> found = find(filter, at, limit + 1);
    boolean more = found.size() > limit;
    if (back && !more) {
      return list(filter, null, limit); // with those that came since
    }
    if (back) {
      return new Page(found.subList(1, limit + 1), after(found.getLast()), before(found.get(1)));
    }
    List<Execution> page = more ? found.subList(0, limit) : found;
    return new Page(
        page,
        more ? after(page.getLast()) : null,
        at == null || page.isEmpty() ? null : before(page.getFirst()));
  }

  /** The last started first; if the cursor leads back, those just before it. */
  private List<Execution> find(Filter filter, @Nullable Cursor at, int limit) {
    List<Execution> found = run(ExecutionQuery.of(filter, at), limit);
    return at != null && at.back() ? found.reversed() : found;
  }

  private List<Execution> run(ExecutionQuery query, int limit) {
    return database.read(
        "read the journal",
        connection ->
            Statements.query(
                connection,
                query.select(limit),
                SqliteExecutions::execution,
                query.values().toArray()));
  }

  private static Cursor after(Execution last) {
    return Cursor.after(ExecutionQuery.place(last));
  }

  private static Cursor before(Execution first) {
    return Cursor.before(ExecutionQuery.place(first));
  }

  @Override
  public Total count(Filter filter, int most) {
    ExecutionQuery query = ExecutionQuery.of(filter, null);
    long number =
        database
            .read(
                "count executions",
                connection ->
                    Statements.query(
                        connection,
                        query.count(most + 1),
                        row -> row.getLong(1),
                        query.values().toArray()))
            .getFirst();
    return new Total(Math.min(number, most), number > most);
  }

  @Override
  public Page startedBefore(Instant moment, @Nullable Cursor after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has at least one execution");
    }
    List<Execution> found =
        run(ExecutionQuery.rising(Filter.ALL.between(null, moment), after), limit + 1);
    boolean more = found.size() > limit;
    List<Execution> page = more ? found.subList(0, limit) : found;
    return new Page(page, more ? after(page.getLast()) : null);
  }

  private static int write(Connection connection, String sql, Execution execution)
      throws SQLException {
    int written =
        Statements.change(
            connection,
            sql,
            execution.submission().rider().value(),
            execution.status().name(),
            execution.unfinished(),
            Statements.nanos(execution.startedAt()),
            JournalJson.write(execution),
            execution.id().toString());
    if (written > 0) {
      for (FaceId face : execution.resembled()) {
        int _ = Statements.change(connection, TELL, face.value(), execution.id().toString());
      }
    }
    return written;
  }

  private static Optional<Execution> find(Connection connection, ExecutionId id)
      throws SQLException {
    return Statements.query(connection, FIND, SqliteExecutions::execution, id.toString()).stream()
        .findFirst();
  }

  private static Execution execution(ResultSet row) throws SQLException {
    return JournalJson.read(row.getString(1));
  }
}
