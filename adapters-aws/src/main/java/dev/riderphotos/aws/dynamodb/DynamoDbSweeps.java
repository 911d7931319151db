package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.retention.Sweeps;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** When was swept, and by whom, as two items of the table of reviews. */
public final class DynamoDbSweeps implements Sweeps, UsesAws {
  private static final Map<String, AttributeValue> LAST =
      new SharedTable.Key("sweeps", "last").attributes();
  private static final Map<String, AttributeValue> LEASE =
      new SharedTable.Key("sweeps", "lease").attributes();
  private static final String BEGUN_AT = "begunAt";
  private static final String SWEEPER = "sweeper";
  private static final String HELD_UNTIL = "heldUntil";

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbSweeps(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Optional<Instant> last() {
    return AwsFaults.during(
            "read when was swept",
            () ->
                Optional.of(
                        client
                            .getItem(get -> get.tableName(table).key(LAST).consistentRead(true))
                            .item())
                    .filter(item -> !item.isEmpty()))
        .map(item -> Attributes.secondOf(item, BEGUN_AT));
  }

  @Override
  public boolean take(String sweeper, Instant now, Instant until) {
    Map<String, AttributeValue> lease = new HashMap<>(LEASE);
    lease.put(SWEEPER, text(sweeper));
    lease.put(HELD_UNTIL, number(until.getEpochSecond()));
    return AwsFaults.during("begin to sweep", () -> taken(lease, now));
  }

  private boolean taken(Map<String, AttributeValue> lease, Instant now) {
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(lease)
                  .conditionExpression(
                      "attribute_not_exists(sweeper) OR sweeper = :me OR heldUntil <= :now")
                  .expressionAttributeValues(
                      Map.of(
                          ":me",
                          Attributes.valueOf(lease, SWEEPER),
                          ":now",
                          number(now.getEpochSecond()))));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  @Override
  public void release(String sweeper) {
    boolean _ = AwsFaults.during("end to sweep", () -> released(sweeper));
  }

  private boolean released(String sweeper) {
    try {
      client.deleteItem(
          gone ->
              gone.tableName(table)
                  .key(LEASE)
                  .conditionExpression("sweeper = :me")
                  .expressionAttributeValues(Map.of(":me", text(sweeper))));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false; // another's
    }
  }

  @Override
  public void done(Instant begunAt) {
    Map<String, AttributeValue> last = new HashMap<>(LAST);
    last.put(BEGUN_AT, number(begunAt.getEpochSecond()));
    AwsFaults.during(
        "note when was swept", () -> client.putItem(put -> put.tableName(table).item(last)));
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        new DynamoDbUses(client).table("Sweeps", table, "GetItem", "PutItem", "DeleteItem"));
  }
}
