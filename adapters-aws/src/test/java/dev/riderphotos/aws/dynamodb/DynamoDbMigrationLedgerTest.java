package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.testkit.MigrationLedgerContract;

@OnAws
class DynamoDbMigrationLedgerTest extends MigrationLedgerContract {
  private final DynamoDbMigrationLedger ledger;

  DynamoDbMigrationLedgerTest(Aws aws) {
    this.ledger =
        new DynamoDbMigrationLedger(aws.dynamoDb(), aws.newTable(DynamoDbMigrationLedger::table));
  }

  @Override
  protected MigrationLedger ledger() {
    return ledger;
  }

  @Override
  protected MigrationId id() {
    return new MigrationId("m");
  }
}
