package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.documents.JournalJson;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * An execution as an item: the whole of it as JSON beside the attributes it is found by. Indexes
 * hold keys only, so that writing a step down costs no index anything.
 */
final class ExecutionItem {
  static final String ID = "executionId";

  /**
   * Who may run it, and until when nobody else may, in milliseconds since 1970: a run of a state
   * machine may for as long as it takes.
   */
  static final String HELD_BY = "heldBy";

  static final String HELD_UNTIL = "heldUntil";

  /** There, and always the same, while the execution is unfinished. */
  static final String UNFINISHED = "unfinished";

  static final AttributeValue YES = text("yes");

  /** All executions share one value of this attribute, so that one index has them all in order. */
  static final String JOURNAL = "journal";

  static final AttributeValue THE_JOURNAL = text("executions");
  static final String RIDER = "rider";
  static final String STATUS = "status";

  /** The start in nanoseconds since 1970, all of one length, and the id. */
  static final String ORDER = "startOrder";

  static final String BY_START = "by-start";
  static final String BY_RIDER = "by-rider";
  static final String BY_STATUS = "by-status";
  static final String BY_UNFINISHED = "by-unfinished";
  static final List<String> INDEXES = List.of(BY_START, BY_RIDER, BY_STATUS, BY_UNFINISHED);

  static final String DOCUMENT = "document";

  /** The number counts seconds since 1970, as DynamoDB wants it. */
  private static final String EXPIRES = "expiresAt";

  private static final long NANOS = 1_000_000_000;

  private ExecutionItem() {}

  static TableDefinition table(String name) {
    return new TableDefinition(
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(
                Attributes.isText(ID),
                Attributes.isText(JOURNAL),
                Attributes.isText(RIDER),
                Attributes.isText(STATUS),
                Attributes.isText(UNFINISHED),
                Attributes.isText(ORDER))
            .keySchema(Attributes.hash(ID))
            .globalSecondaryIndexes(
                Attributes.index(BY_START, JOURNAL, ORDER),
                Attributes.index(BY_RIDER, RIDER, ORDER),
                Attributes.index(BY_STATUS, STATUS, ORDER),
                Attributes.index(BY_UNFINISHED, UNFINISHED, ORDER))
            .build(),
        Optional.of(EXPIRES));
  }

  /** Writes the execution as an item, without the process that holds it. */
  static Map<String, AttributeValue> of(Execution execution, Duration retention) {
    Map<String, AttributeValue> item = new HashMap<>(key(execution.id()));
    item.put(JOURNAL, THE_JOURNAL);
    item.put(RIDER, rider(execution.submission().rider()));
    item.put(STATUS, text(execution.status().name()));
    item.put(ORDER, text(order(execution)));
    item.put(DOCUMENT, text(JournalJson.write(execution)));
    Instant end = execution.endedAt();
    if (execution.unfinished()) {
      item.put(UNFINISHED, YES);
    } else if (end != null) {
      item.put(EXPIRES, number(end.plus(retention).getEpochSecond()));
    }
    return item;
  }

  static Map<String, AttributeValue> key(ExecutionId id) {
    return Map.of(ID, text(id.toString()));
  }

  /** Reads the item as it is now; empty if there is none. */
  static Map<String, AttributeValue> read(DynamoDbClient client, String table, ExecutionId id) {
    return client.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true)).item();
  }

  static AttributeValue rider(RiderId rider) {
    return text(rider.value());
  }

  static ExecutionId id(Map<String, AttributeValue> item) {
    return ExecutionId.of(textOf(item, ID));
  }

  static Execution execution(Map<String, AttributeValue> item) {
    return JournalJson.read(textOf(item, DOCUMENT));
  }

  static String order(Execution execution) {
    return order(execution.startedAt()) + execution.id();
  }

  /** Comes before all that were started then, and after all that were started earlier. */
  static String order(Instant start) {
    long nanos = Math.addExact(Math.multiplyExact(start.getEpochSecond(), NANOS), start.getNano());
    return "%019d.".formatted(Math.max(0, nanos));
  }

  /** Reads the order out of a key that the query of an index returned. */
  static String order(Map<String, AttributeValue> key) {
    return textOf(key, ORDER);
  }

  static String order(Cursor cursor) {
    if (!cursor.place().matches("\\d{19}\\.[0-9a-f-]{36}")) {
      throw new IllegalArgumentException("Not a cursor of this list");
    }
    return cursor.place();
  }
}
