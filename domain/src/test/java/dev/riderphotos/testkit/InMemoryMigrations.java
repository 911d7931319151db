package dev.riderphotos.testkit;

import dev.riderphotos.Conflict;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.Migrations;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps migrations as long as it lives. */
public final class InMemoryMigrations implements Migrations {
  private final Map<MigrationId, Migration> migrations = new LinkedHashMap<>();

  @Override
  public synchronized void add(Migration migration) {
    Migration _ = migrations.putIfAbsent(migration.id(), migration);
  }

  @Override
  public synchronized Optional<Migration> find(MigrationId id) {
    return Optional.ofNullable(migrations.get(id));
  }

  @Override
  public synchronized List<Migration> all() {
    return migrations.values().stream()
        .sorted(Comparator.comparing(Migration::preparedAt).reversed())
        .toList();
  }

  @Override
  public synchronized void replace(Migration next) {
    boolean follows =
        find(next.id()).filter(now -> now.revision() == next.revision() - 1).isPresent();
    if (!follows) {
      throw new Conflict("change the migration");
    }
    Migration _ = migrations.put(next.id(), next);
  }
}
