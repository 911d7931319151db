package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.KeyHash;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.Scope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps each key as a row. */
public final class SqliteApiKeys implements ApiKeys {
  private static final String ADD =
      "insert into api_key (id, hash, name, scopes, created_at, last_used_at) values (?,?,?,?,?,?)";
  private static final String BY_HASH = "select * from api_key where hash = ?";
  private static final String BY_ID = "select * from api_key where id = ?";
  private static final String ALL = "select * from api_key order by created_at, number";
  private static final String USED = "update api_key set last_used_at = ? where id = ?";
  private static final String REVOKE = "delete from api_key where id = ?";

  private final Database database;

  public SqliteApiKeys(Database database) {
    this.database = database;
  }

  @Override
  public void add(ApiKey key, KeyHash hash) {
    write(
        ADD,
        key.id().value(),
        hash.value(),
        key.name(),
        key.scopes().stream().sorted().map(Scope::toString).collect(Collectors.joining(" ")),
        Statements.nanos(key.createdAt()),
        null);
  }

  @Override
  public Optional<ApiKey> find(KeyHash hash) {
    return find(BY_HASH, hash.value());
  }

  @Override
  public Optional<ApiKey> find(KeyId id) {
    return find(BY_ID, id.value());
  }

  @Override
  public List<ApiKey> list() {
    return database.read(
        "read the keys", connection -> Statements.query(connection, ALL, SqliteApiKeys::key));
  }

  @Override
  public void used(KeyId id, Instant at) {
    write(USED, Statements.nanos(at), id.value());
  }

  @Override
  public Optional<ApiKey> revoke(KeyId id) {
    return database.write(
        "revoke a key",
        connection -> {
          Optional<ApiKey> key = find(connection, BY_ID, id.value());
          int _ = Statements.change(connection, REVOKE, id.value());
          return key;
        });
  }

  private Optional<ApiKey> find(String sql, String value) {
    return database.read("read the keys", connection -> find(connection, sql, value));
  }

  private static Optional<ApiKey> find(Connection connection, String sql, String value)
      throws SQLException {
    return Statements.query(connection, sql, SqliteApiKeys::key, value).stream().findFirst();
  }

  private void write(String sql, @Nullable Object... values) {
    int _ = database.write("write a key", connection -> Statements.change(connection, sql, values));
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    Set<Scope> scopes =
        Arrays.stream(row.getString("scopes").split(" ", -1))
            .map(Scope::of)
            .collect(Collectors.toSet());
    return new ApiKey(
        new KeyId(row.getString("id")),
        row.getString("name"),
        scopes,
        Statements.instant(row.getLong("created_at")),
        row.getObject("last_used_at") == null
            ? null
            : Statements.instant(row.getLong("last_used_at")));
  }
}
