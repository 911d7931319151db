package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureWishes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All wishes in one item of the table of revoked links, beside which no link has a mark like it: a
 * set of riders, so that it takes one cheap read to know that there are none. It has room for some
 * 2,000 at a time.
 */
public final class DynamoDbErasureWishes implements ErasureWishes, UsesAws {
  private static final Map<String, AttributeValue> KEY =
      Map.of("mark", Attributes.text("erasure wishes"));
  private static final String RIDERS = "riders";

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbErasureWishes(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public void add(RiderId rider) {
    AwsFaults.during("keep that a rider is to be erased", () -> update("ADD", rider));
  }

  @Override
  public boolean contain(RiderId rider) {
    return all().contains(rider);
  }

  @Override
  public List<RiderId> all() {
    return AwsFaults.during(
        "read who is to be erased",
        () ->
            Optional.ofNullable(
                    client
                        .getItem(get -> get.tableName(table).key(KEY).consistentRead(true))
                        .item()
                        .get(RIDERS))
                .map(AttributeValue::ss)
                .orElse(List.of())
                .stream()
                .map(RiderId::new)
                .toList());
  }

  @Override
  public void remove(RiderId rider) {
    AwsFaults.during("forget that a rider was to be erased", () -> update("DELETE", rider));
  }

  private Object update(String action, RiderId rider) {
    AttributeValue one = AttributeValue.fromSs(List.of(rider.value()));
    return client.updateItem(
        update ->
            update
                .tableName(table)
                .key(KEY)
                .updateExpression(action + " riders :one")
                .expressionAttributeValues(Map.of(":one", one)));
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(new DynamoDbUses(client).table("ErasureWishes", table, "GetItem", "UpdateItem"));
  }
}
