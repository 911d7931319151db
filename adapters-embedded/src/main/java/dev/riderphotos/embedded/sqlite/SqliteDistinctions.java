package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.gallery.Appearance;
import dev.riderphotos.gallery.Distinctions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Pairs of faces that are two people: a row each way round. */
public final class SqliteDistinctions implements Distinctions {
  private static final String ADD =
      "insert or ignore into distinction (face, other) values (?1, ?2), (?2, ?1)";
  private static final String REMOVE =
      "delete from distinction where (face, other) in (values (?1, ?2), (?2, ?1))";
  private static final String FROM = "select other from distinction where face = ?";
  private static final String FORGET = "delete from distinction where face = ?1 or other = ?1";

  private final Database database;

  public SqliteDistinctions(Database database) {
    this.database = database;
  }

  @Override
  public void add(Appearance one, Appearance other) {
    write(ADD, one.value(), other.value());
  }

  @Override
  public void remove(Appearance one, Appearance other) {
    write(REMOVE, one.value(), other.value());
  }

  @Override
  public Set<Appearance> from(Appearance face) {
    List<Appearance> others =
        database.read(
            "read who is not whom",
            connection ->
                Statements.query(
                    connection, FROM, row -> new Appearance(row.getString(1)), face.value()));
    return others.stream().collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void forget(Appearance face) {
    write(FORGET, face.value());
  }

  private void write(String sql, Object... values) {
    int _ =
        database.write(
            "note who is not whom", connection -> Statements.change(connection, sql, values));
  }
}
