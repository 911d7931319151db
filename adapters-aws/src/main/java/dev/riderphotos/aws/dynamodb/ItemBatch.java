package dev.riderphotos.aws.dynamodb;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Items of a table by their keys, however many. Reads see the last write. */
public final class ItemBatch {
  /** DynamoDB reads no more items in one request. */
  private static final int MOST = 100;

  private ItemBatch() {}

  /** Reads the items that are there, in any order. */
  public static List<Map<String, AttributeValue>> read(
      DynamoDbClient client, String table, String key, Collection<String> values) {
    return read(
        client, table, values.stream().map(value -> Map.of(key, Attributes.text(value))).toList());
  }

  /** Reads the items of these keys that are there, in any order. */
  static List<Map<String, AttributeValue>> read(
      DynamoDbClient client, String table, Collection<Map<String, AttributeValue>> keys) {
    return keys.stream()
        .distinct()
        .gather(Gatherers.windowFixed(MOST))
        .flatMap(some -> page(client, table, some))
        .toList();
  }

  private static Stream<Map<String, AttributeValue>> page(
      DynamoDbClient client, String table, List<Map<String, AttributeValue>> keys) {
    KeysAndAttributes wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    return client
        .batchGetItemPaginator(request -> request.requestItems(Map.of(table, wanted)))
        .stream()
        .flatMap(page -> page.responses().getOrDefault(table, List.of()).stream());
  }
}
