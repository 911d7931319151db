package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.Migrations;
import org.junit.jupiter.api.Test;

class InMemoryMigrationsTest extends MigrationsContract {
  private final InMemoryMigrations migrations = new InMemoryMigrations();

  @Override
  protected Migrations migrations() {
    return migrations;
  }

  @Test
  void whatOneProcessHasAnotherGetsLater() {
    MigrationId id = new MigrationId("m");
    InMemoryMigrations other = migrations.ofAnotherProcess();
    assertThat(migrations.claim(id)).isTrue();
    other.release(id);
    assertThat(other.claim(id)).isFalse();

    migrations.letClaimsRunOut();
    assertThat(other.claim(id)).isTrue();
    assertThat(migrations.claim(id)).isFalse();
  }
}
