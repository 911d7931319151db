package dev.riderphotos.testkit;

import dev.riderphotos.Conflict;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.Migrations;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps migrations as long as it lives, for one process or several. */
public final class InMemoryMigrations implements Migrations {
  private final Map<MigrationId, Migration> migrations;
  private final Map<MigrationId, InMemoryMigrations> holders;

  public InMemoryMigrations() {
    this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private InMemoryMigrations(
      Map<MigrationId, Migration> migrations, Map<MigrationId, InMemoryMigrations> holders) {
    this.migrations = migrations;
    this.holders = holders;
  }

  /** The same migrations, as another process has them. */
  public InMemoryMigrations ofAnotherProcess() {
    return new InMemoryMigrations(migrations, holders);
  }

  /** So much time goes by that another can take what was not held on to. */
  public void letClaimsRunOut() {
    holders.clear();
  }

  @Override
  public void add(Migration migration) {
    Migration _ = migrations.putIfAbsent(migration.id(), migration);
  }

  @Override
  public Optional<Migration> find(MigrationId id) {
    return Optional.ofNullable(migrations.get(id));
  }

  @Override
  public List<Migration> all() {
    return migrations.values().stream()
        .sorted(Comparator.comparing(Migration::preparedAt).reversed())
        .toList();
  }

  @Override
  public void replace(Migration next) {
    boolean replaced =
        find(next.id())
            .filter(now -> now.revision() == next.revision() - 1)
            .filter(now -> migrations.replace(next.id(), now, next))
            .isPresent();
    if (!replaced) {
      throw new Conflict("change the migration");
    }
  }

  @Override
  public boolean claim(MigrationId id) {
    InMemoryMigrations before = holders.putIfAbsent(id, this);
    return before == null || before == this;
  }

  @Override
  public void release(MigrationId id) {
    boolean _ = holders.remove(id, this);
  }
}
