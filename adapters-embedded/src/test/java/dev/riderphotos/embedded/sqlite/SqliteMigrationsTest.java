package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.migration.Migrations;
import dev.riderphotos.testkit.MigrationsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteMigrationsTest extends MigrationsContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected Migrations migrations() {
    return new SqliteMigrations(storage.database());
  }
}
