package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.KeyHash;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.Scope;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Keys as items: one of a key's hash, which is the key, and one of its id, which says where that
 * is. The latter is written first and deleted last, so that what is cut short leaves no half key.
 */
public final class DynamoDbApiKeys implements ApiKeys, HealthChecked, UsesAws {
  private static final String ENTRY = "entry";
  private static final String HASH = "hash";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String SCOPES = "scopes";
  private static final String CREATED = "createdAt";
  private static final String USED = "lastUsedAt";

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbApiKeys(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  public static TableDefinition table(String name) {
    return TableDefinition.keyedBy(ENTRY, name);
  }

  @Override
  public void add(ApiKey key, KeyHash hash) {
    Map<String, AttributeValue> pointer = new HashMap<>(entry(key.id()));
    pointer.put(HASH, text(hash.value()));
    Map<String, AttributeValue> item = new HashMap<>(entry(hash));
    item.putAll(attributes(key));
    AwsFaults.during(
        "keep a key",
        () -> {
          var _ = client.putItem(put -> put.tableName(table).item(pointer));
          return client.putItem(put -> put.tableName(table).item(item));
        });
  }

  @Override
  public Optional<ApiKey> find(KeyHash hash) {
    return read(entry(hash)).map(DynamoDbApiKeys::key);
  }

  @Override
  public Optional<ApiKey> find(KeyId id) {
    return hashOf(id).flatMap(this::find);
  }

  /** Reads all there are; those of one deployment are few. */
  @Override
  public List<ApiKey> list() {
    return AwsFaults.during(
        "list the keys",
        () ->
            client
                .scanPaginator(
                    scan ->
                        scan.tableName(table)
                            .consistentRead(true)
                            .filterExpression("attribute_exists(%s)".formatted(SCOPES)))
                .items()
                .stream()
                .map(DynamoDbApiKeys::key)
                .sorted(Comparator.comparing(ApiKey::createdAt))
                .toList());
  }

  @Override
  public void used(KeyId id, Instant at) {
    hashOf(id).ifPresent(hash -> used(hash, at));
  }

  @Override
  public Optional<ApiKey> revoke(KeyId id) {
    return hashOf(id)
        .flatMap(
            hash -> {
              Optional<ApiKey> revoked = delete(entry(hash)).map(DynamoDbApiKeys::key);
              var _ = delete(entry(id));
              return revoked;
            });
  }

  @Override
  public String name() {
    return "keys (DynamoDB)";
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses uses = new DynamoDbUses(client);
    return List.of(
        uses.described(table),
        uses.table("Keys", table, "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Scan"));
  }

  @Override
  public void check() {
    AwsFaults.during(
        "reach the table of keys", () -> client.describeTable(request -> request.tableName(table)));
  }

  private void used(KeyHash hash, Instant at) {
    AwsFaults.during(
        "note a key's use",
        () -> {
          try {
            return Optional.of(
                client.updateItem(
                    update ->
                        update
                            .tableName(table)
                            .key(entry(hash))
                            .updateExpression("SET %s = :at".formatted(USED))
                            .conditionExpression("attribute_exists(%s)".formatted(ENTRY))
                            .expressionAttributeValues(Map.of(":at", text(at.toString())))));
          } catch (ConditionalCheckFailedException _) {
            return Optional.empty(); // it was revoked meanwhile
          }
        });
  }

  private Optional<KeyHash> hashOf(KeyId id) {
    return read(entry(id)).map(pointer -> new KeyHash(textOf(pointer, HASH)));
  }

  private Optional<Map<String, AttributeValue>> read(Map<String, AttributeValue> entry) {
    return AwsFaults.during(
        "read a key",
        () -> {
          var answer = client.getItem(get -> get.tableName(table).key(entry).consistentRead(true));
          return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
        });
  }

  /** Deletes the item and returns it as it was; empty if it was not there. */
  private Optional<Map<String, AttributeValue>> delete(Map<String, AttributeValue> entry) {
    return AwsFaults.during(
        "revoke a key",
        () -> {
          var answer =
              client.deleteItem(
                  delete -> delete.tableName(table).key(entry).returnValues(ReturnValue.ALL_OLD));
          return answer.hasAttributes() ? Optional.of(answer.attributes()) : Optional.empty();
        });
  }

  private static Map<String, AttributeValue> entry(KeyHash hash) {
    return Map.of(ENTRY, text("hash/" + hash.value()));
  }

  private static Map<String, AttributeValue> entry(KeyId id) {
    return Map.of(ENTRY, text("id/" + id.value()));
  }

  private static Map<String, AttributeValue> attributes(ApiKey key) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    attributes.put(ID, text(key.id().value()));
    attributes.put(NAME, text(key.name()));
    attributes.put(
        SCOPES,
        AttributeValue.fromSs(key.scopes().stream().sorted().map(Scope::toString).toList()));
    attributes.put(CREATED, text(key.createdAt().toString()));
    if (key.lastUsedAt() != null) {
      attributes.put(USED, text(key.lastUsedAt().toString()));
    }
    return attributes;
  }

  private static ApiKey key(Map<String, AttributeValue> item) {
    return new ApiKey(
        new KeyId(textOf(item, ID)),
        textOf(item, NAME),
        Attributes.valueOf(item, SCOPES).ss().stream().map(Scope::of).collect(Collectors.toSet()),
        Instant.parse(textOf(item, CREATED)),
        item.containsKey(USED) ? Instant.parse(textOf(item, USED)) : null);
  }
}
