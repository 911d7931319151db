package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.access.RevokedLinks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Revocations as rows. Those that nobody needs any more go when another is written. */
public final class SqliteRevokedLinks implements RevokedLinks {
  private static final String REVOKE =
      """
      insert into revoked_link (mark, made_until, kept_until) values (?, ?, ?)
      on conflict (mark) do update set
        made_until = max(made_until, excluded.made_until),
        kept_until = max(kept_until, excluded.kept_until)
      """;
  private static final String REVOKE_FIRST =
      """
      insert into revoked_link (mark, made_until, kept_until) values (?, ?, ?)
      on conflict (mark) do nothing
      """;
  private static final String FORGET = "delete from revoked_link where kept_until < ?";

  private final Database database;
  private final InstantSource clock;

  public SqliteRevokedLinks(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void revoke(String mark, Instant madeUntil, Instant keptUntil) {
    int _ = write(REVOKE, mark, madeUntil, keptUntil);
  }

  @Override
  public boolean revokeFirst(String mark, Instant madeUntil, Instant keptUntil) {
    return write(REVOKE_FIRST, mark, madeUntil, keptUntil) == 1;
  }

  private int write(String sql, String mark, Instant madeUntil, Instant keptUntil) {
    long now = Statements.nanos(clock.instant());
    long until = Statements.nanos(madeUntil);
    long kept = Statements.nanos(keptUntil);
    return database.write(
        "revoke links",
        connection -> {
          int _ = Statements.change(connection, FORGET, now);
          return Statements.change(connection, sql, mark, until, kept);
        });
  }

  @Override
  public Map<String, Instant> revokedUntil(Collection<String> marks) {
    String sql =
        "select mark, made_until from revoked_link where mark in (%s)"
            .formatted(String.join(", ", Collections.nCopies(marks.size(), "?")));
    List<Map.Entry<String, Instant>> found =
        database.read(
            "read which links are revoked",
            connection ->
                Statements.query(
                    connection,
                    sql,
                    row ->
                        Map.entry(
                            row.getString("mark"), Statements.instant(row.getLong("made_until"))),
                    marks.toArray()));
    return found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
