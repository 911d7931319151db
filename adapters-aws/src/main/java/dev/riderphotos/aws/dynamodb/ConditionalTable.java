package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * A table whose rows are written only while they are what the writer expects. A write whose answer
 * was lost, and that the SDK repeats, finds its own row and so succeeds.
 */
final class ConditionalTable {
  private final DynamoDbClient client;
  private final String name;
  private final List<String> key;
  private final List<String> compared;
  private final String of;

  /**
   * Makes a table whose rows change only under conditions.
   *
   * @param key the attributes that make up the key, the partition's first
   * @param compared the other attributes by which rows are told apart
   * @param of what it holds, to say what was being done
   */
  ConditionalTable(
      DynamoDbClient client, String name, List<String> key, List<String> compared, String of) {
    this.client = client;
    this.name = name;
    this.key = List.copyOf(key);
    this.compared = List.copyOf(compared);
    this.of = of;
  }

  /** The row of this key as it was last written. */
  Optional<Map<String, AttributeValue>> find(Map<String, AttributeValue> wanted) {
    return AwsFaults.during(
        "read " + of,
        () ->
            row(
                client
                    .getItem(get -> get.tableName(name).key(wanted).consistentRead(true))
                    .item()));
  }

  /** The row that is there afterwards: the next one, or whatever came between. */
  Optional<Map<String, AttributeValue>> replace(
      @Nullable Map<String, AttributeValue> expected, Map<String, AttributeValue> next) {
    return AwsFaults.during(
        "write " + of,
        () -> {
          try {
            client.putItem(put(expected == null ? Condition.absent(key) : being(expected), next));
            return Optional.of(next);
          } catch (ConditionalCheckFailedException cameBetween) {
            return row(cameBetween.item());
          }
        });
  }

  /** Deletes the row if it still is this one. */
  void delete(Map<String, AttributeValue> row) {
    AwsFaults.during(
        "delete " + of,
        () -> {
          try {
            Condition condition = being(row);
            return client.deleteItem(
                delete ->
                    delete
                        .tableName(name)
                        .key(keyOf(row))
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()));
          } catch (ConditionalCheckFailedException gone) {
            return gone.item();
          }
        });
  }

  /** The keys of so many rows, or of all that are left, in an order of the table's own. */
  List<Map<String, AttributeValue>> keys(@Nullable Map<String, AttributeValue> after, int limit) {
    return AwsFaults.during(
        "list " + of,
        () -> {
          List<Map<String, AttributeValue>> keys = new ArrayList<>();
          Map<String, AttributeValue> last = after;
          do {
            ScanResponse page = client.scan(scan(last, limit - keys.size()));
            keys.addAll(page.items());
            last = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
          } while (last != null && keys.size() < limit);
          return keys;
        });
  }

  private ScanRequest scan(@Nullable Map<String, AttributeValue> after, int limit) {
    return ScanRequest.builder()
        .tableName(name)
        .consistentRead(true)
        .projectionExpression("#key")
        .expressionAttributeNames(Map.of("#key", key.getFirst()))
        .exclusiveStartKey(after)
        .limit(limit)
        .build();
  }

  /** Allows {@link #keys}, under this name. */
  AwsUse scanned(String sid) {
    return new DynamoDbUses(client).table(sid, name, "Scan");
  }

  /** What is asked of the table, under this name. */
  List<AwsUse> uses(String sid) {
    DynamoDbUses uses = new DynamoDbUses(client);
    return List.of(uses.described(name), uses.table(sid, name, "GetItem", "PutItem", "DeleteItem"));
  }

  /** Returns when the table answers. */
  void check() {
    AwsFaults.during(
        "reach the table of " + of, () -> client.describeTable(wanted -> wanted.tableName(name)));
  }

  private PutItemRequest put(Condition condition, Map<String, AttributeValue> next) {
    PutItemRequest.Builder put =
        PutItemRequest.builder()
            .tableName(name)
            .item(next)
            .conditionExpression(condition.expression())
            .expressionAttributeNames(condition.names())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    return condition.values().isEmpty()
        ? put.build()
        : put.expressionAttributeValues(condition.values()).build();
  }

  private Condition being(Map<String, AttributeValue> row) {
    return Condition.same(row, compared);
  }

  private Map<String, AttributeValue> keyOf(Map<String, AttributeValue> row) {
    return key.stream().collect(Collectors.toMap(part -> part, row::get));
  }

  private static Optional<Map<String, AttributeValue>> row(
      @Nullable Map<String, AttributeValue> item) {
    return Optional.ofNullable(item).filter(present -> !present.isEmpty());
  }

  /** What must be true of the row before it is written; attributes by alias, for some are words. */
  private record Condition(
      String expression, Map<String, String> names, Map<String, AttributeValue> values) {

    static Condition absent(List<String> key) {
      return new Condition("attribute_not_exists(#k)", Map.of("#k", key.getFirst()), Map.of());
    }

    static Condition same(Map<String, AttributeValue> row, List<String> attributes) {
      List<String> terms = new ArrayList<>();
      Map<String, String> names = new HashMap<>();
      Map<String, AttributeValue> values = new HashMap<>();
      for (String attribute : attributes) {
        int number = terms.size();
        AttributeValue value = row.get(attribute);
        names.put("#a" + number, attribute);
        if (value == null) {
          terms.add("attribute_not_exists(#a" + number + ")");
        } else {
          values.put(":v" + number, value);
          terms.add("#a" + number + " = :v" + number);
        }
      }
      return new Condition(String.join(" AND ", terms), names, values);
    }
  }
}
