package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.Conflict;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.Proof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of migrations. */
public final class SqliteMigrations implements Migrations {
  private static final String ADD =
      """
      insert into migration (id, from_collection, to_collection, role, photos_in, iou, tps, workers,
        quality_filter, keep_new_faces, state, prepared_at, revision)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String REPLACE =
      """
      update migration set iou = ?, tps = ?, workers = ?, quality_filter = ?, keep_new_faces = ?,
        state = ?, proof_faults = ?, proof_sampled = ?, proof_itself = ?, proof_another = ?,
        proof_duplicates = ?, proof_distinctions_lost = ?, proof_at = ?, revision = ?
      where id = ? and revision = ?
      """;
  private static final String FIND = "select * from migration where id = ?";
  private static final String ALL = "select * from migration order by prepared_at desc, id";

  private final Database database;

  public SqliteMigrations(Database database) {
    this.database = database;
  }

  @Override
  public void add(Migration migration) {
    MigrationOptions options = migration.options();
    CollectionId from = migration.from();
    Role role = migration.role();
    int _ =
        database.write(
            "note the migration",
            connection ->
                Statements.change(
                    connection,
                    ADD,
                    migration.id().value(),
                    from == null ? null : from.value(),
                    migration.to().value(),
                    role == null ? null : role.name(),
                    migration.photosIn(),
                    options.iou(),
                    options.tps(),
                    options.workers(),
                    options.filter().name(),
                    options.keepNewFaces(),
                    migration.state().name(),
                    Statements.nanos(migration.preparedAt()),
                    migration.revision()));
  }

  @Override
  public Optional<Migration> find(MigrationId id) {
    return database.read(
        "read the migration",
        connection ->
            Statements.query(connection, FIND, SqliteMigrations::migration, id.value()).stream()
                .findFirst());
  }

  @Override
  public List<Migration> all() {
    return database.read(
        "read the migrations",
        connection -> Statements.query(connection, ALL, SqliteMigrations::migration));
  }

  @Override
  public void replace(Migration next) {
    MigrationOptions options = next.options();
    Proof proof = next.proof();
    int replaced =
        database.write(
            "note how the migration stands",
            connection ->
                Statements.change(
                    connection,
                    REPLACE,
                    options.iou(),
                    options.tps(),
                    options.workers(),
                    options.filter().name(),
                    options.keepNewFaces(),
                    next.state().name(),
                    proof == null ? null : proof.faults(),
                    proof == null ? null : proof.sampled(),
                    proof == null ? null : proof.itself(),
                    proof == null ? null : proof.another(),
                    proof == null ? null : proof.duplicates(),
                    proof == null ? null : proof.distinctionsLost(),
                    proof == null ? null : Statements.nanos(proof.at()),
                    next.revision(),
                    next.id().value(),
                    next.revision() - 1));
    if (replaced == 0) {
      throw new Conflict("change the migration");
    }
  }

  /** The data folder is this process's alone, and so is what runs on it. */
  @Override
  public boolean claim(MigrationId id) {
    return true;
  }

  @Override
  public void release(MigrationId id) {
    // Nobody else waits for it.
  }

  private static Migration migration(ResultSet row) throws SQLException {
    String from = row.getString("from_collection");
    String role = row.getString("role");
    return new Migration(
        new MigrationId(row.getString("id")),
        from == null ? null : new CollectionId(from),
        new CollectionId(row.getString("to_collection")),
        role == null ? null : Role.valueOf(role),
        row.getString("photos_in"),
        new MigrationOptions(
            row.getDouble("iou"),
            row.getInt("tps"),
            row.getInt("workers"),
            QualityFilter.valueOf(row.getString("quality_filter")),
            row.getBoolean("keep_new_faces")),
        MigrationState.valueOf(row.getString("state")),
        proof(row),
        Statements.instant(row.getLong("prepared_at")),
        row.getLong("revision"));
  }

  private static @Nullable Proof proof(ResultSet row) throws SQLException {
    long faults = row.getLong("proof_faults");
    return row.wasNull()
        ? null
        : new Proof(
            faults,
            row.getLong("proof_sampled"),
            row.getLong("proof_itself"),
            row.getLong("proof_another"),
            row.getLong("proof_duplicates"),
            row.getLong("proof_distinctions_lost"),
            Statements.instant(row.getLong("proof_at")));
  }
}
