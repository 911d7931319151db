package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.documents.ReviewJson;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Kind;
import dev.riderphotos.rider.RiderId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cases as rows: the whole case as JSON beside the columns it is found by. */
public final class SqliteCases implements Cases {
  private static final String ADD =
      """
      insert into review_case (kind, state, subject, opened_at, due, document, id)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_RIDER =
      "insert into review_case_rider (rider, case_id) values (?, ?)";
  private static final String SAVE =
      """
      update review_case
      set kind = ?, state = ?, subject = ?, opened_at = ?, due = ?, document = ? where id = ?
      """;
  private static final String FIND = "select document from review_case where id = ?";
  private static final String UNCLOSED =
      "select document from review_case where subject = ? and state <> 'CLOSED'";
  private static final String OF =
      """
      select document from review_case join review_case_rider on id = case_id
      where rider = ? order by opened_at, id
      """;
  private static final String DUE =
      "select document from review_case where due <= ? order by due, id limit ?";
  private static final String DELETE = "delete from review_case where id = ?";
  private static final String BACKLOG =
      """
      select kind, count(*) as open, min(opened_at) as oldest from review_case
      where state = 'OPEN' group by kind
      """;

  private final Database database;
  private final Announcing announcing;

  /** Cases of which nobody wants to be told. */
  public SqliteCases(Database database) {
    this(database, Announcing.NOTHING);
  }

  public SqliteCases(Database database, Announcing announcing) {
    this.database = database;
    this.announcing = announcing;
  }

  @Override
  public Case open(Case fresh) {
    return database.write(
        "open a case",
        connection -> {
          List<Case> there = new ArrayList<>(cases(connection, FIND, fresh.id().toString()));
          there.addAll(cases(connection, UNCLOSED, fresh.subject()));
          return there.isEmpty() ? add(connection, fresh) : there.getFirst();
        });
  }

  private static Case add(Connection connection, Case fresh) throws SQLException {
    int _ = write(connection, ADD, fresh);
    for (RiderId rider : fresh.riders()) {
      int _ = Statements.change(connection, ADD_RIDER, rider.value(), fresh.id().toString());
    }
    return fresh;
  }

  @Override
  public Optional<Case> find(CaseId id) {
    return database.read("read a case", connection -> find(connection, id));
  }

  @Override
  public Page list(Filter filter, @Nullable Cursor after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has at least one case");
    }
    CaseQuery query = new CaseQuery(filter, after);
    List<Case> found =
        database.read(
            "list cases", connection -> cases(connection, query.sql(), query.values(limit + 1)));
    boolean more = found.size() > limit;
    List<Case> page = more ? found.subList(0, limit) : found;
    return new Page(page, more ? CaseQuery.cursor(page.getLast()) : null);
  }

  @Override
  public List<Case> of(RiderId rider) {
    return database.read(
        "read a rider's cases", connection -> cases(connection, OF, rider.value()));
  }

  @Override
  public List<Case> due(Instant now, int limit) {
    long latest = now.equals(Instant.MAX) ? Long.MAX_VALUE : Statements.nanos(now);
    return database.read(
        "read which cases are due", connection -> cases(connection, DUE, latest, limit));
  }

  @Override
  public Optional<Case> change(CaseId id, UnaryOperator<Case> change) {
    return database.write(
        "change a case",
        connection -> {
          Optional<Case> before = find(connection, id);
          if (before.isEmpty()) {
            return before;
          }
          Case next = change.apply(before.get());
          if (!next.equals(before.get())) {
            int _ = write(connection, SAVE, next);
          }
          for (OfRider decided : announcing.of(before.get(), next)) {
            SqliteAnnouncements.add(connection, decided);
          }
          return Optional.of(next);
        });
  }

  @Override
  public void delete(CaseId id) {
    int _ =
        database.write(
            "delete a case", connection -> Statements.change(connection, DELETE, id.toString()));
  }

  @Override
  public Backlog backlog() {
    List<OpenOfKind> open =
        database.read(
            "count the open cases",
            connection -> Statements.query(connection, BACKLOG, OpenOfKind::read));
    return new Backlog(
        open.stream().collect(Collectors.toMap(OpenOfKind::kind, OpenOfKind::open)),
        open.stream().map(OpenOfKind::oldest).min(Comparator.naturalOrder()).orElse(null));
  }

  private record OpenOfKind(Kind kind, long open, Instant oldest) {
    static OpenOfKind read(ResultSet row) throws SQLException {
      return new OpenOfKind(
          Kind.valueOf(row.getString("kind")),
          row.getLong("open"),
          Statements.instant(row.getLong("oldest")));
    }
  }

  private static int write(Connection connection, String sql, Case written) throws SQLException {
    Instant due = written.due();
    return Statements.change(
        connection,
        sql,
        written.kind().name(),
        written.state().name(),
        written.subject(),
        Statements.nanos(written.openedAt()),
        due == null ? null : Statements.nanos(due),
        ReviewJson.write(written),
        written.id().toString());
  }

  private static Optional<Case> find(Connection connection, CaseId id) throws SQLException {
    return cases(connection, FIND, id.toString()).stream().findFirst();
  }

  private static List<Case> cases(Connection connection, String sql, Object... values)
      throws SQLException {
    return Statements.query(connection, sql, row -> ReviewJson.readCase(row.getString(1)), values);
  }

  /** A page of the list as SQL. */
  private record CaseQuery(Filter filter, @Nullable Cursor after) {
    static Cursor cursor(Case last) {
      return new Cursor(Statements.nanos(last.openedAt()) + "." + last.id());
    }

    String sql() {
      StringBuilder sql = new StringBuilder("select document from review_case where true");
      if (filter.state() != null) {
        sql.append(" and state = ?");
      }
      if (filter.kind() != null) {
        sql.append(" and kind = ?");
      }
      if (after != null) {
        sql.append(" and (opened_at, id) > (?, ?)");
      }
      return sql.append(" order by opened_at, id limit ?").toString();
    }

    Object[] values(int limit) {
      List<Object> values = new ArrayList<>();
      if (filter.state() != null) {
        values.add(filter.state().name());
      }
      if (filter.kind() != null) {
        values.add(filter.kind().name());
      }
      if (after != null) {
        String[] parts = after.value().split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("-?\\d{1,19}")) {
          throw new IllegalArgumentException("Not a cursor of this list");
        }
        values.add(Long.parseLong(parts[0]));
        values.add(parts[1]);
      }
      values.add(limit);
      return values.toArray();
    }
  }
}
