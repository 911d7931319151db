package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;

import dev.riderphotos.Conflict;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.Migrations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Migrations as items, which many processes may share; each adapter stands for one of them.
 *
 * <p>What a process runs it has on a lease, which {@link #renew} prolongs, and {@link #claim} does
 * when half of it is over. A lease that ran out may be taken by another process. Clocks should
 * agree to a fraction of the lease.
 */
public final class DynamoDbMigrations implements Migrations, HealthChecked, UsesAws {
  private static final String MINE_OR_NOBODYS =
      "attribute_exists(migrationId)"
          + " AND (attribute_not_exists(heldBy) OR heldBy = :me OR heldUntil < :now)";

  private final DynamoDbClient client;
  private final String table;
  private final Duration lease;
  private final InstantSource clock;
  private final AttributeValue me = text(UUID.randomUUID().toString());

  /** When each lease that this process has is to be renewed at the latest. */
  private final ConcurrentMap<MigrationId, Instant> held = new ConcurrentHashMap<>();

  /**
   * Makes the migrations of one process.
   *
   * @param lease after which a process that was not heard of is taken for dead
   */
  public DynamoDbMigrations(
      DynamoDbClient client, String table, Duration lease, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.lease = lease;
    this.clock = clock;
  }

  public static TableDefinition table(String name) {
    return TableDefinition.keyedBy(MigrationItem.ID, name);
  }

  @Override
  public void add(Migration migration) {
    AwsFaults.during(
        "note the migration",
        () -> {
          try {
            return client.putItem(
                put ->
                    put.tableName(table)
                        .item(MigrationItem.of(migration))
                        .conditionExpression("attribute_not_exists(migrationId)"));
          } catch (ConditionalCheckFailedException there) {
            return there.item();
          }
        });
  }

  @Override
  public Optional<Migration> find(MigrationId id) {
    return AwsFaults.during(
        "read the migration",
        () ->
            Optional.of(
                    client
                        .getItem(
                            get ->
                                get.tableName(table)
                                    .key(MigrationItem.key(id))
                                    .consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(MigrationItem::migration));
  }

  @Override
  public List<Migration> all() {
    return AwsFaults.during(
        "read the migrations",
        () ->
            client
                .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                .items()
                .stream()
                .map(MigrationItem::migration)
                .sorted(
                    Comparator.comparing(Migration::preparedAt)
                        .reversed()
                        .thenComparing(migration -> migration.id().value()))
                .toList());
  }

  /** A write whose answer was lost, and that the SDK repeats, finds itself. */
  @Override
  public void replace(Migration next) {
    AwsFaults.during(
        "note how the migration stands",
        () -> {
          try {
            return client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(MigrationItem.key(next.id()))
                        .updateExpression("SET revision = :next, migration = :migration")
                        .conditionExpression("revision = :before")
                        .expressionAttributeValues(
                            Map.of(
                                ":next", number(next.revision()),
                                ":before", number(next.revision() - 1),
                                ":migration", MigrationItem.document(next)))
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD));
          } catch (ConditionalCheckFailedException refused) {
            if (isThere(next, refused)) {
              return next;
            }
            throw new Conflict("change the migration");
          }
        });
  }

  private static boolean isThere(Migration next, ConditionalCheckFailedException refused) {
    return refused.hasItem() && MigrationItem.migration(refused.item()).equals(next);
  }

  @Override
  public boolean claim(MigrationId id) {
    Instant due = held.get(id);
    if (due != null && clock.instant().isBefore(due)) {
      return true;
    }
    Instant now = clock.instant();
    boolean mine = hold(id, now, MINE_OR_NOBODYS, Map.of(":now", number(now.toEpochMilli())));
    if (mine) {
      held.put(id, now.plus(lease.dividedBy(2)));
    } else {
      held.remove(id);
    }
    return mine;
  }

  /** Renews the leases of all that this process holds: to be called often while one lasts. */
  public void renew() {
    held.keySet().forEach(this::renew);
  }

  /** What is released at the same moment does not come back. */
  private void renew(MigrationId id) {
    Instant now = clock.instant();
    boolean mine = hold(id, now, "heldBy = :me", Map.of());
    held.computeIfPresent(id, (_, _) -> mine ? now.plus(lease.dividedBy(2)) : null);
  }

  private boolean hold(
      MigrationId id, Instant now, String condition, Map<String, AttributeValue> conditionValues) {
    Map<String, AttributeValue> values = new HashMap<>(conditionValues);
    values.put(":me", me);
    values.put(":until", number(now.plus(lease).toEpochMilli()));
    return lease(id, "SET heldBy = :me, heldUntil = :until", condition, values);
  }

  @Override
  public void release(MigrationId id) {
    held.remove(id);
    boolean _ = lease(id, "REMOVE heldBy, heldUntil", "heldBy = :me", Map.of(":me", me));
  }

  private boolean lease(
      MigrationId id, String change, String condition, Map<String, AttributeValue> values) {
    return AwsFaults.during(
        "hold a migration",
        () -> {
          try {
            client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(MigrationItem.key(id))
                        .updateExpression(change)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values));
            return true;
          } catch (ConditionalCheckFailedException _) {
            return false;
          }
        });
  }

  @Override
  public String name() {
    return "migrations (DynamoDB)";
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses uses = new DynamoDbUses(client);
    return List.of(
        uses.described(table),
        uses.table("Migrations", table, "GetItem", "Scan", "PutItem", "UpdateItem"));
  }

  @Override
  public void check() {
    AwsFaults.during(
        "reach the table of migrations",
        () -> client.describeTable(wanted -> wanted.tableName(table)));
  }
}
