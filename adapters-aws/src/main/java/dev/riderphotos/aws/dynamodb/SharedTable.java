package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A table that items of many kinds share, told apart by the beginning of their first key: what
 * people decide, what retention goes by, links, and, in one of its own, the audit. Items of one
 * first key are in the order of the second.
 */
final class SharedTable {
  static final String OF = "of";
  static final String IS = "is";
  static final String DOCUMENT = "document";

  /** The number counts seconds since 1970, as DynamoDB wants it. */
  static final String EXPIRES = "expiresAt";

  /** Who is refused more often than this is not in a race. */
  private static final int MOST_ATTEMPTS = 100;

  private final DynamoDbClient client;
  private final String name;

  SharedTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** A table of which some items expire. */
  static TableDefinition definition(String name) {
    return definition(name, Optional.of(EXPIRES));
  }

  /** A table that keeps everything. */
  static TableDefinition lasting(String name) {
    return definition(name, Optional.empty());
  }

  private static TableDefinition definition(String name, Optional<String> expiry) {
    return new TableDefinition(
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(Attributes.isText(OF), Attributes.isText(IS))
            .keySchema(Attributes.hash(OF), Attributes.range(IS))
            .build(),
        expiry);
  }

  /** Two keys, under which an item is. */
  record Key(String of, String is) {
    Map<String, AttributeValue> attributes() {
      return Map.of(OF, text(of), IS, text(is));
    }
  }

  Optional<Map<String, AttributeValue>> find(String doing, Key key) {
    return AwsFaults.during(
        doing,
        () ->
            Optional.of(
                    client
                        .getItem(
                            get -> get.tableName(name).key(key.attributes()).consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty()));
  }

  /** All items of one first key, in the order of the second, as they are asked for. */
  Stream<Map<String, AttributeValue>> query(String of) {
    return query("#of = :of", Map.of(":of", text(of)));
  }

  /** Those after this second key. */
  Stream<Map<String, AttributeValue>> queryAfter(String of, String is) {
    return query("#of = :of AND #is > :is", Map.of(":of", text(of), ":is", text(is)));
  }

  /** Those whose second key begins so. */
  Stream<Map<String, AttributeValue>> queryBeginning(String of, String is) {
    return query("#of = :of AND begins_with(#is, :is)", Map.of(":of", text(of), ":is", text(is)));
  }

  /** Those up to this second key. */
  Stream<Map<String, AttributeValue>> queryUntil(String of, String is) {
    return query("#of = :of AND #is <= :is", Map.of(":of", text(of), ":is", text(is)));
  }

  /** Those before this second key, the last first. */
  Stream<Map<String, AttributeValue>> queryBack(String of, String is) {
    QueryRequest request =
        request("#of = :of AND #is < :is", Map.of(":of", text(of), ":is", text(is))).toBuilder()
            .scanIndexForward(false)
            .build();
    return client.queryPaginator(request).items().stream();
  }

  /** The last one. */
  Optional<Map<String, AttributeValue>> last(String of) {
    QueryRequest request =
        request("#of = :of", Map.of(":of", text(of))).toBuilder()
            .scanIndexForward(false)
            .limit(1)
            .build();
    return client.query(request).items().stream().findFirst();
  }

  private Stream<Map<String, AttributeValue>> query(
      String condition, Map<String, AttributeValue> values) {
    return client.queryPaginator(request(condition, values)).items().stream();
  }

  private QueryRequest request(String condition, Map<String, AttributeValue> values) {
    Map<String, String> names = new HashMap<>(Map.of("#of", OF));
    if (condition.contains("#is")) {
      names.put("#is", IS);
    }
    return QueryRequest.builder()
        .tableName(name)
        .consistentRead(true)
        .keyConditionExpression(condition)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .build();
  }

  /** Writes the item in place of any that is there. */
  TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(put -> put.tableName(name).item(item)).build();
  }

  /** Writes the item if there is none of its keys. */
  TransactWriteItem add(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(name)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#of)")
                    .expressionAttributeNames(Map.of("#of", OF)))
        .build();
  }

  /** Writes the item if the document that is there is still this one. */
  TransactWriteItem replace(String document, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(name)
                    .item(item)
                    .conditionExpression("#document = :before")
                    .expressionAttributeNames(Map.of("#document", DOCUMENT))
                    .expressionAttributeValues(Map.of(":before", text(document))))
        .build();
  }

  TransactWriteItem delete(Key key) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(name).key(key.attributes()))
        .build();
  }

  /** Deletes the item if the document that is there is still this one. */
  TransactWriteItem delete(Key key, String document) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(name)
                    .key(key.attributes())
                    .conditionExpression("#document = :before")
                    .expressionAttributeNames(Map.of("#document", DOCUMENT))
                    .expressionAttributeValues(Map.of(":before", text(document))))
        .build();
  }

  /** Something that is tried again, from its reading on, when another write came between. */
  interface Attempt<T> {
    /** What is to be written, and what is answered once it is. */
    Change<T> read();
  }

  /** Writes that are made as one; none, if there is nothing to write. */
  record Change<T>(List<TransactWriteItem> writes, T answer) {}

  <T> T untilWritten(String doing, Attempt<T> work) {
    for (int attempt = 1; ; attempt++) {
      Change<T> change = work.read();
      try {
        if (!change.writes().isEmpty()) {
          var _ =
              AwsFaults.during(
                  doing,
                  () -> client.transactWriteItems(call -> call.transactItems(change.writes())));
        }
        return change.answer();
      } catch (BackendException fault) {
        boolean raced = fault.getCause() instanceof TransactionCanceledException;
        if (!raced || attempt == MOST_ATTEMPTS) {
          throw fault;
        }
      }
    }
  }

  List<AwsUse> uses(String sid, String... operations) {
    DynamoDbUses uses = new DynamoDbUses(client);
    return List.of(uses.described(name), uses.table(sid, name, operations));
  }

  void check(String of) {
    AwsFaults.during(
        "reach the table of " + of, () -> client.describeTable(wanted -> wanted.tableName(name)));
  }
}
