package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.testkit.MigrationLedgerContract;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteMigrationLedgerTest extends MigrationLedgerContract {
  @RegisterExtension private final Storage storage = new Storage();

  @BeforeEach
  void migration() {
    new SqliteMigrations(storage.database())
        .add(
            Migration.prepared(
                id(),
                new CollectionId("riders"),
                new CollectionId("riders-2"),
                null,
                new MigrationOptions(0.5, 50, 1, QualityFilter.AUTO, false),
                Instant.EPOCH));
  }

  @Override
  protected MigrationLedger ledger() {
    return new SqliteMigrationLedger(storage.database());
  }

  @Override
  protected MigrationId id() {
    return new MigrationId("m");
  }
}
