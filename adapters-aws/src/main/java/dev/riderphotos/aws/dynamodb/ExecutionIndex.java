package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * One partition of one of the journal's indexes. It tells keys, which may be a moment old; the
 * items are then read as they are.
 */
record ExecutionIndex(String name, String attribute, AttributeValue partition) {
  /** BatchGetItem takes no more keys at once. */
  private static final int BATCH = 100;

  static final ExecutionIndex OF_THE_UNFINISHED =
      new ExecutionIndex(ExecutionItem.BY_UNFINISHED, ExecutionItem.UNFINISHED, ExecutionItem.YES);

  /** The one that leaves least to be filtered. */
  static ExecutionIndex of(Filter filter) {
    if (filter.rider() != null) {
      return new ExecutionIndex(
          ExecutionItem.BY_RIDER, ExecutionItem.RIDER, ExecutionItem.rider(filter.rider()));
    }
    boolean refused = filter.review() || filter.reason() != null;
    Status status = refused ? Status.REJECTED : filter.status();
    if (status != null) {
      return new ExecutionIndex(ExecutionItem.BY_STATUS, ExecutionItem.STATUS, text(status.name()));
    }
    return new ExecutionIndex(
        ExecutionItem.BY_START, ExecutionItem.JOURNAL, ExecutionItem.THE_JOURNAL);
  }

  /** Whether what the filter lets through is just what the range of the index has. */
  static boolean suffices(Filter filter) {
    return !filter.review()
        && (filter.rider() == null || filter.status() == null)
        && Stream.of(filter.reason(), filter.part(), filter.among()).allMatch(Objects::isNull);
  }

  /** Some of those in the range: the last started first, or, going back, the first started. */
  List<Map<String, AttributeValue>> keys(
      DynamoDbClient client, String table, OrderRange range, boolean back, int limit) {
    QueryRequest.Builder query = query(table, range).scanIndexForward(back).limit(limit + 1);
    return client.query(query.build()).items().stream()
        .filter(key -> range.has(ExecutionItem.order(key)))
        .limit(limit)
        .toList();
  }

  /** How many are in the range, counted no further than a page beyond {@code most}. */
  long count(DynamoDbClient client, String table, OrderRange range, int most) {
    long counted = 0;
    Map<String, AttributeValue> at = Map.of();
    do {
      QueryRequest.Builder query = query(table, range).select(Select.COUNT).limit(most + 1);
      QueryResponse answer =
          client.query(query.exclusiveStartKey(at.isEmpty() ? null : at).build());
      counted += answer.count();
      at = answer.lastEvaluatedKey();
    } while (!at.isEmpty() && counted <= most);
    return counted;
  }

  /** The first started first, from those started after the one and before the other. */
  List<Map<String, AttributeValue>> keysBetween(
      DynamoDbClient client, String table, String after, String before, int limit) {
    return client
        .query(
            query(table)
                .limit(limit)
                .keyConditionExpression(
                    "#partition = :partition AND #order BETWEEN :after AND :before")
                .expressionAttributeNames(
                    Map.of("#partition", attribute, "#order", ExecutionItem.ORDER))
                .expressionAttributeValues(
                    Map.of(":partition", partition, ":after", text(after), ":before", text(before)))
                .build())
        .items();
  }

  /** Reads the keys of all executions in the index, the first started first. */
  List<Map<String, AttributeValue>> keys(DynamoDbClient client, String table) {
    return client.queryPaginator(query(table).build()).items().stream().toList();
  }

  /** The items of these keys in the same order; what is gone is left out. */
  static List<Map<String, AttributeValue>> items(
      DynamoDbClient client, String table, List<Map<String, AttributeValue>> keys) {
    List<Map<String, AttributeValue>> wanted =
        keys.stream().map(row -> Map.of(ExecutionItem.ID, text(idOf(row)))).toList();
    Map<String, Map<String, AttributeValue>> found = new HashMap<>();
    for (int from = 0; from < wanted.size(); from += BATCH) {
      KeysAndAttributes batch =
          KeysAndAttributes.builder()
              .keys(wanted.subList(from, Math.min(from + BATCH, wanted.size())))
              .consistentRead(true)
              .build();
      client.batchGetItemPaginator(get -> get.requestItems(Map.of(table, batch))).stream()
          .flatMap(page -> page.responses().getOrDefault(table, List.of()).stream())
          .forEach(item -> found.put(idOf(item), item));
    }
    return keys.stream()
        .map(row -> found.getOrDefault(idOf(row), Map.of()))
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private QueryRequest.Builder query(String table, OrderRange range) {
    return query(table)
        .keyConditionExpression("#partition = :partition AND #order BETWEEN :low AND :high")
        .expressionAttributeNames(Map.of("#partition", attribute, "#order", ExecutionItem.ORDER))
        .expressionAttributeValues(
            Map.of(
                ":partition", partition, ":low", text(range.low()), ":high", text(range.high())));
  }

  private QueryRequest.Builder query(String table) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(name)
        .keyConditionExpression("#partition = :partition")
        .expressionAttributeNames(Map.of("#partition", attribute))
        .expressionAttributeValues(Map.of(":partition", partition));
  }

  private static String idOf(Map<String, AttributeValue> row) {
    return textOf(row, ExecutionItem.ID);
  }
}
