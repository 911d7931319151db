package dev.riderphotos.testkit;

import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;

class InMemoryMigrationLedgerTest extends MigrationLedgerContract {
  private final MigrationLedger ledger = new InMemoryMigrationLedger();

  @Override
  protected MigrationLedger ledger() {
    return ledger;
  }

  @Override
  protected MigrationId id() {
    return new MigrationId("riders");
  }
}
