package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.BackendException;
import dev.riderphotos.ThrottledException;
import dev.riderphotos.aws.AwsFaults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The table of the ledgers of migrations. Reads see the last write. */
final class LedgerTable {
  /** DynamoDB writes no more items in one transaction. */
  static final int MOST_WRITES = 100;

  private static final int MOST_READ = 1000;

  /** Others who count, or write the same record, cancel a write now and then. */
  private static final int ATTEMPTS = 20;

  private static final Set<String> MEANWHILE =
      Set.of("None", "ConditionalCheckFailed", "TransactionConflict");
  private static final Set<String> THROTTLED =
      Set.of("ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoDbClient client;
  private final String name;

  LedgerTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  static TableDefinition definition(String name) {
    return new TableDefinition(
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(
                Attributes.isText(LedgerKeys.LEDGER), Attributes.isText(LedgerKeys.ITEM))
            .keySchema(Attributes.hash(LedgerKeys.LEDGER), Attributes.range(LedgerKeys.ITEM))
            .build(),
        Optional.empty());
  }

  String name() {
    return name;
  }

  /** Reads the items that are there, by their keys; in any order. */
  List<Map<String, AttributeValue>> read(Collection<Map<String, AttributeValue>> keys) {
    return ItemBatch.read(client, name, keys);
  }

  /**
   * Reads what stands in a partition after an item, in order, and as much of it as is needed.
   *
   * @param found what is made of a page; fewer than its items, if some do not count
   */
  <T> List<T> after(
      String partition,
      @Nullable String after,
      int limit,
      Function<List<Map<String, AttributeValue>>, List<T>> found) {
    List<T> all = new ArrayList<>();
    String last = after;
    boolean more = true;
    while (more && all.size() < limit) {
      QueryResponse page = page(partition, last, Math.min(limit, MOST_READ));
      all.addAll(found.apply(page.items()));
      more = page.hasLastEvaluatedKey();
      last = more ? textOf(page.lastEvaluatedKey(), LedgerKeys.ITEM) : last;
    }
    return all.stream().limit(limit).toList();
  }

  /** What stands first in a partition. */
  List<Map<String, AttributeValue>> first(String partition, int limit) {
    return page(partition, null, limit).items();
  }

  private QueryResponse page(String partition, @Nullable String after, int limit) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":ledger", text(partition));
    if (after != null) {
      values.put(":after", text(after));
    }
    return client.query(
        query ->
            query
                .tableName(name)
                .keyConditionExpression(
                    after == null ? "#ledger = :ledger" : "#ledger = :ledger AND #item > :after")
                .expressionAttributeNames(
                    after == null
                        ? Map.of("#ledger", LedgerKeys.LEDGER)
                        : Map.of("#ledger", LedgerKeys.LEDGER, "#item", LedgerKeys.ITEM))
                .expressionAttributeValues(values)
                .consistentRead(true)
                .limit(limit));
  }

  /** Makes numbers that nobody else gets; returns the first. */
  long reserve(Map<String, AttributeValue> key, int numbers) {
    Map<String, AttributeValue> last =
        client
            .updateItem(
                update ->
                    update
                        .tableName(name)
                        .key(key)
                        .updateExpression("ADD #last :more")
                        .expressionAttributeNames(Map.of("#last", "number"))
                        .expressionAttributeValues(Map.of(":more", number(numbers)))
                        .returnValues(ReturnValue.UPDATED_NEW))
            .attributes();
    return MigrationItem.longOf(last, "number") - numbers + 1;
  }

  /**
   * Does the work, and again as long as somebody else writes the same meanwhile.
   *
   * @param work reads, decides, and writes in one transaction
   */
  static <T> T untilWritten(String doing, Supplier<T> work) {
    return AwsFaults.during(doing, () -> untilWritten(doing, work, ATTEMPTS));
  }

  private static <T> T untilWritten(String doing, Supplier<T> work, int attempts) {
    try {
      return work.get();
    } catch (TransactionCanceledException cancelled) {
      Set<String> reasons =
          cancelled.cancellationReasons().stream()
              .map(CancellationReason::code)
              .collect(Collectors.toSet());
      if (reasons.stream().anyMatch(THROTTLED::contains)) {
        throw new ThrottledException(doing, cancelled);
      }
      boolean meanwhile = MEANWHILE.containsAll(reasons);
      if (meanwhile && attempts > 1) {
        return untilWritten(doing, work, attempts - 1);
      }
      throw new BackendException(doing, meanwhile, cancelled);
    }
  }

  /** Writes all or nothing, {@value #MOST_WRITES} at most. */
  void write(List<TransactWriteItem> writes) {
    if (!writes.isEmpty()) {
      client.transactWriteItems(request -> request.transactItems(writes));
    }
  }

  /** Writes all, but not at once. */
  void writeEach(Stream<TransactWriteItem> writes) {
    writes.gather(Gatherers.windowFixed(MOST_WRITES)).forEach(this::write);
  }

  TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(put -> put.tableName(name).item(item)).build();
  }

  TransactWriteItem putNew(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(name).item(item).conditionExpression("attribute_not_exists(ledger)"))
        .build();
  }

  /** Puts it in place of the item that has this value. */
  TransactWriteItem replace(
      Map<String, AttributeValue> item, String attribute, AttributeValue value) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(name)
                    .item(item)
                    .conditionExpression("#was = :was")
                    .expressionAttributeNames(Map.of("#was", attribute))
                    .expressionAttributeValues(Map.of(":was", value)))
        .build();
  }

  TransactWriteItem delete(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(delete -> delete.tableName(name).key(key)).build();
  }

  /** Deletes the item if it has this value, or nothing of the transaction is done. */
  TransactWriteItem delete(
      Map<String, AttributeValue> key, String attribute, AttributeValue value) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(name)
                    .key(key)
                    .conditionExpression("#was = :was")
                    .expressionAttributeNames(Map.of("#was", attribute))
                    .expressionAttributeValues(Map.of(":was", value)))
        .build();
  }

  /** Adds to numbers, or to a set of them. */
  TransactWriteItem add(Map<String, AttributeValue> key, Map<String, AttributeValue> more) {
    return update("ADD", key, more);
  }

  /** Takes out of sets. */
  TransactWriteItem take(Map<String, AttributeValue> key, Map<String, AttributeValue> less) {
    return update("DELETE", key, less);
  }

  private TransactWriteItem update(
      String how, Map<String, AttributeValue> key, Map<String, AttributeValue> changes) {
    List<String> names = changes.keySet().stream().sorted().toList();
    Map<String, String> aliases = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> terms = new ArrayList<>();
    for (String each : names) {
      int at = terms.size();
      terms.add("#a%d :v%d".formatted(at, at));
      aliases.put("#a" + at, each);
      values.put(":v" + at, changes.get(each));
    }
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(name)
                    .key(key)
                    .updateExpression(how + " " + String.join(", ", terms))
                    .expressionAttributeNames(aliases)
                    .expressionAttributeValues(values))
        .build();
  }
}
