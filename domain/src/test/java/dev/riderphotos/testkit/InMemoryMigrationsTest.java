package dev.riderphotos.testkit;

import dev.riderphotos.migration.Migrations;

class InMemoryMigrationsTest extends MigrationsContract {
  private final Migrations migrations = new InMemoryMigrations();

  @Override
  protected Migrations migrations() {
    return migrations;
  }
}
