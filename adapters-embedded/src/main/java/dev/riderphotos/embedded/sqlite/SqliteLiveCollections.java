package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.Conflict;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row for each role, and one for each collection that is paired with its live one. */
public final class SqliteLiveCollections implements LiveCollections {
  private static final String LIVE = "select collection_id from live_collection where role = ?";
  private static final String FIRST =
      "insert or ignore into live_collection (role, collection_id) values (?, ?)";
  private static final String SWITCH =
      "update live_collection set collection_id = ? where role = ?";
  private static final String PAIRED = "select collection_id from paired_collection where role = ?";
  private static final String PAIR =
      "insert or ignore into paired_collection (role, collection_id) values (?, ?)";
  private static final String UNPAIR =
      "delete from paired_collection where role = ? and collection_id = ?";

  private final Database database;
  private final Map<Role, CollectionId> first;

  /**
   * Reads and writes nothing yet.
   *
   * @param first what is live as long as nothing is written down
   */
  public SqliteLiveCollections(Database database, Map<Role, CollectionId> first) {
    this.database = database;
    this.first = new EnumMap<>(first);
  }

  @Override
  public CollectionId of(Role role) {
    Optional<CollectionId> written =
        database.read("read what is live", connection -> live(connection, role));
    return written.orElseGet(
        () -> database.write("write down what is live", connection -> begun(connection, role)));
  }

  @Override
  public Set<CollectionId> paired(Role role) {
    return Set.copyOf(
        database.read(
            "read what is live", connection -> collections(connection, PAIRED, name(role))));
  }

  @Override
  public void pair(Role role, CollectionId with) {
    int _ =
        database.write(
            "pair a collection",
            connection ->
                begun(connection, role).equals(with)
                    ? 0
                    : Statements.change(connection, PAIR, name(role), with.value()));
  }

  @Override
  public void unpair(Role role, CollectionId from) {
    int _ =
        database.write(
            "end the pair of a collection",
            connection -> Statements.change(connection, UNPAIR, name(role), from.value()));
  }

  @Override
  public void switchOver(Role role, CollectionId from, CollectionId to) {
    boolean switched =
        database.write(
            "switch the collection",
            connection -> {
              CollectionId live = begun(connection, role);
              if (live.equals(from) && !live.equals(to)) {
                switchOver(connection, role, from, to);
              }
              return live.equals(from) || live.equals(to);
            });
    if (!switched) {
      throw new Conflict("switch the collection");
    }
  }

  private static void switchOver(
      Connection connection, Role role, CollectionId from, CollectionId to) throws SQLException {
    int _ = Statements.change(connection, SWITCH, to.value(), name(role));
    if (Statements.change(connection, UNPAIR, name(role), to.value()) > 0) {
      int _ = Statements.change(connection, PAIR, name(role), from.value());
    }
  }

  /** What is live, which is written down if it is not yet. */
  private CollectionId begun(Connection connection, Role role) throws SQLException {
    CollectionId named = first.get(role);
    if (named != null) {
      int _ = Statements.change(connection, FIRST, name(role), named.value());
    }
    return live(connection, role).orElseThrow();
  }

  private static Optional<CollectionId> live(Connection connection, Role role) throws SQLException {
    return collections(connection, LIVE, name(role)).stream().findFirst();
  }

  private static List<CollectionId> collections(Connection connection, String sql, String role)
      throws SQLException {
    return Statements.query(connection, sql, row -> new CollectionId(row.getString(1)), role);
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
