package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.Conflict;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** An item for each role, which holds what is paired with its live collection too. */
public final class DynamoDbLiveCollections implements LiveCollections, HealthChecked, UsesAws {
  private static final String ROLE = "role";
  private static final String COLLECTION = "collection";
  private static final String PAIRED = "paired";

  /** Others switch now and then; who is refused more often than this is not in a race. */
  private static final int MOST_ATTEMPTS = 100;

  private final DynamoDbClient client;
  private final String name;
  private final ConditionalTable table;
  private final Map<Role, CollectionId> first;

  /**
   * Reads and writes nothing yet.
   *
   * @param first what is live as long as nothing is written down
   */
  public DynamoDbLiveCollections(
      DynamoDbClient client, String table, Map<Role, CollectionId> first) {
    this.client = client;
    this.name = table;
    this.table =
        new ConditionalTable(
            client, table, List.of(ROLE), List.of(COLLECTION, PAIRED), "what is live");
    this.first = new EnumMap<>(first);
  }

  public static TableDefinition table(String name) {
    return TableDefinition.keyedBy(ROLE, name);
  }

  /** What is live, and what is paired with it. */
  private record Live(CollectionId collection, Set<CollectionId> paired) {
    static Live of(Map<String, AttributeValue> item) {
      AttributeValue paired = item.get(PAIRED);
      return new Live(
          new CollectionId(textOf(item, COLLECTION)),
          paired == null
              ? Set.of()
              : paired.ss().stream().map(CollectionId::new).collect(Collectors.toSet()));
    }

    Live with(CollectionId other) {
      Set<CollectionId> more = new HashSet<>(paired);
      more.add(other);
      more.remove(collection);
      return new Live(collection, more);
    }

    Live without(CollectionId other) {
      Set<CollectionId> fewer = new HashSet<>(paired);
      fewer.remove(other);
      return new Live(collection, fewer);
    }

    Live switchedTo(CollectionId next) {
      boolean together = paired.contains(next);
      Live switched = new Live(next, paired).without(next);
      return together ? switched.with(collection) : switched;
    }

    Map<String, AttributeValue> item(Role role) {
      Map<String, AttributeValue> item = new HashMap<>(key(role));
      item.put(COLLECTION, text(collection.value()));
      if (!paired.isEmpty()) {
        Set<String> names = new TreeSet<>();
        paired.forEach(each -> names.add(each.value()));
        item.put(PAIRED, AttributeValue.fromSs(List.copyOf(names)));
      }
      return item;
    }
  }

  @Override
  public CollectionId of(Role role) {
    return recorded(role).orElseGet(() -> change(role, live -> live).collection());
  }

  /** What is written down of the role; empty if nothing is yet, and nothing is written now. */
  public Optional<CollectionId> recorded(Role role) {
    return table.find(key(role)).map(Live::of).map(Live::collection);
  }

  @Override
  public Set<CollectionId> paired(Role role) {
    return table.find(key(role)).map(Live::of).map(Live::paired).orElse(Set.of());
  }

  @Override
  public void pair(Role role, CollectionId with) {
    var _ = change(role, live -> live.with(with));
  }

  @Override
  public void unpair(Role role, CollectionId from) {
    var _ = change(role, live -> live.without(from));
  }

  @Override
  public void switchOver(Role role, CollectionId from, CollectionId to) {
    var _ =
        change(
            role,
            live -> {
              if (live.collection().equals(to)) {
                return live;
              }
              if (!live.collection().equals(from)) {
                throw conflict();
              }
              return live.switchedTo(to);
            });
  }

  /** Lets a transaction through only as long as this collection is live. */
  public TransactWriteItem onlyWhile(Role role, CollectionId live) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(name)
                    .key(key(role))
                    .conditionExpression("#collection = :live")
                    .expressionAttributeNames(Map.of("#collection", COLLECTION))
                    .expressionAttributeValues(Map.of(":live", text(live.value()))))
        .build();
  }

  @Override
  public String name() {
    return "live collections (DynamoDB)";
  }

  @Override
  public void check() {
    table.check();
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses uses = new DynamoDbUses(client);
    List<AwsUse> all = new ArrayList<>(readingUses());
    all.add(uses.described(name));
    all.add(uses.table("SwitchedCollections", name, "PutItem", "ConditionCheckItem"));
    return all;
  }

  /** What {@link #recorded} asks for. */
  public List<AwsUse> readingUses() {
    return List.of(new DynamoDbUses(client).table("LiveCollections", name, "GetItem"));
  }

  private Live change(Role role, UnaryOperator<Live> change) {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      Optional<Map<String, AttributeValue>> row = table.find(key(role));
      Live next = change.apply(row.map(Live::of).orElseGet(() -> begun(role)));
      Map<String, AttributeValue> item = next.item(role);
      if (row.filter(item::equals).isPresent()
          || table.replace(row.orElse(null), item).filter(item::equals).isPresent()) {
        return next;
      }
    }
    throw conflict();
  }

  private Live begun(Role role) {
    CollectionId named = first.get(role);
    if (named == null) {
      throw new IllegalArgumentException("No collection is named for " + role);
    }
    return new Live(named, Set.of());
  }

  private static Conflict conflict() {
    return new Conflict("switch the collection");
  }

  private static Map<String, AttributeValue> key(Role role) {
    return Map.of(ROLE, text(role.name().toLowerCase(Locale.ROOT)));
  }
}
