package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.Proof;
import dev.riderphotos.testkit.MigrationsContract;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@OnAws
class DynamoDbMigrationsTest extends MigrationsContract {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final MigrationId ID = new MigrationId("m");

  private final Aws aws;
  private final String table;
  private final DynamoDbMigrations migrations;
  private Instant now = NOON;

  DynamoDbMigrationsTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbMigrations::table);
    this.migrations = process();
  }

  @Override
  protected Migrations migrations() {
    return migrations;
  }

  @Test
  void whatALivingProcessRunsNoOtherDoes() {
    DynamoDbMigrations other = process();
    migrations.add(migration());

    assertThat(migrations.claim(ID)).isTrue();
    other.release(ID);
    assertThat(other.claim(ID)).isFalse();

    migrations.release(ID);
    assertThat(other.claim(ID)).isTrue();
    assertThat(migrations.claim(ID)).isFalse();
  }

  @Test
  void aLeaseThatIsRenewedDoesNotRunOut() {
    DynamoDbMigrations other = process();
    migrations.add(migration());
    assertThat(migrations.claim(ID)).isTrue();

    now = now.plus(LEASE);
    migrations.renew();
    now = now.plus(LEASE);
    assertThat(migrations.claim(ID)).isTrue();
    now = now.plus(LEASE);
    assertThat(other.claim(ID)).isFalse();
  }

  @Test
  void anotherTakesWhatADeadProcessHad() {
    DynamoDbMigrations other = process();
    migrations.add(migration());
    assertThat(migrations.claim(ID)).isTrue();

    now = now.plus(LEASE).plusMillis(1);

    assertThat(other.claim(ID)).isTrue();
    migrations.renew();
    assertThat(migrations.claim(ID)).isFalse();
    migrations.release(ID);
    assertThat(other.claim(ID)).isTrue();
    now = now.plus(LEASE).plusMillis(1);
    other.renew();
    assertThat(migrations.claim(ID)).isFalse();
  }

  @Test
  void whatIsReleasedIsNotRenewed() {
    migrations.add(migration());
    assertThat(migrations.claim(ID)).isTrue();
    migrations.release(ID);

    migrations.renew();

    assertThat(process().claim(ID)).isTrue();
  }

  @Test
  void whoRunsItIsNoPartOfIt() {
    migrations.add(migration());
    Migration running = migration().in(MigrationState.RUNNING);
    assertThat(migrations.claim(ID)).isTrue();

    migrations.replace(running);

    assertThat(migrations.find(ID)).contains(running);
    assertThat(process().claim(ID)).isFalse();
  }

  @Test
  void aRepetitionOfTheSameWriteSucceeds() {
    migrations.add(migration());
    Migration running = migration().in(MigrationState.RUNNING);
    migrations.replace(running);

    migrations.replace(running);

    assertThat(migrations.find(ID)).contains(running);
  }

  @Test
  void aProofIsKeptToTheLast() {
    Migration prepared = migration();
    Proof proof = new Proof(1, 200, 190, 2, 3, 4, NOON.plusNanos(7));
    Migration proven =
        new Migration(
            ID,
            prepared.from(),
            prepared.to(),
            prepared.role(),
            "photos",
            prepared.options(),
            MigrationState.PROVEN,
            proof,
            NOON,
            4);
    migrations.add(proven);

    assertThat(migrations.find(ID)).contains(proven);
  }

  private DynamoDbMigrations process() {
    return new DynamoDbMigrations(aws.dynamoDb(), table, LEASE, () -> now);
  }

  private static Migration migration() {
    return Migration.prepared(
        ID,
        new CollectionId("riders"),
        new CollectionId("riders-2"),
        Role.RIDERS,
        new MigrationOptions(0.5, 50, 4, QualityFilter.AUTO, false),
        NOON);
  }
}
