package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.access.RevokedLinks;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Revocations as items, which expire when nobody needs them any more. */
public final class DynamoDbRevokedLinks implements RevokedLinks, HealthChecked, UsesAws {
  private static final String MARK = "mark";

  /** The number counts nanoseconds since 1970. */
  private static final String MADE_UNTIL = "madeUntil";

  /** The number counts seconds since 1970, as DynamoDB wants it. */
  private static final String EXPIRES = "expiresAt";

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbRevokedLinks(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  public static TableDefinition table(String name) {
    return new TableDefinition(
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(Attributes.isText(MARK))
            .keySchema(Attributes.hash(MARK))
            .build(),
        Optional.of(EXPIRES));
  }

  @Override
  public void revoke(String mark, Instant madeUntil, Instant keptUntil) {
    Map<String, AttributeValue> item = item(mark, madeUntil, keptUntil);
    boolean _ =
        put(
            put ->
                put.item(item)
                    .conditionExpression("attribute_not_exists(mark) OR madeUntil < :until")
                    .expressionAttributeValues(
                        Map.of(":until", Attributes.valueOf(item, MADE_UNTIL))));
  }

  /** An answer that is lost is asked for again by the SDK, and then another seems to have come. */
  @Override
  public boolean revokeFirst(String mark, Instant madeUntil, Instant keptUntil) {
    return put(
        put ->
            put.item(item(mark, madeUntil, keptUntil))
                .conditionExpression("attribute_not_exists(mark)"));
  }

  private static Map<String, AttributeValue> item(
      String mark, Instant madeUntil, Instant keptUntil) {
    return Map.of(
        MARK, text(mark),
        MADE_UNTIL, number(ChronoUnit.NANOS.between(Instant.EPOCH, madeUntil)),
        EXPIRES, number(keptUntil.getEpochSecond()));
  }

  private boolean put(Consumer<PutItemRequest.Builder> put) {
    return AwsFaults.during(
        "revoke links", () -> putIfItMay(request -> put.accept(request.tableName(table))));
  }

  private boolean putIfItMay(Consumer<PutItemRequest.Builder> put) {
    try {
      var _ = client.putItem(put);
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  @Override
  public Map<String, Instant> revokedUntil(Collection<String> marks) {
    List<Map<String, AttributeValue>> found =
        AwsFaults.during(
            "read which links are revoked", () -> ItemBatch.read(client, table, MARK, marks));
    return found.stream()
        .collect(
            Collectors.toMap(item -> Attributes.textOf(item, MARK), DynamoDbRevokedLinks::until));
  }

  @Override
  public String name() {
    return "revoked links (DynamoDB)";
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses uses = new DynamoDbUses(client);
    return List.of(
        uses.described(table), uses.table("RevokedLinks", table, "BatchGetItem", "PutItem"));
  }

  @Override
  public void check() {
    AwsFaults.during(
        "reach the table of revoked links",
        () -> client.describeTable(request -> request.tableName(table)));
  }

  private static Instant until(Map<String, AttributeValue> item) {
    return Instant.EPOCH.plusNanos(Long.parseLong(Attributes.valueOf(item, MADE_UNTIL).n()));
  }
}
