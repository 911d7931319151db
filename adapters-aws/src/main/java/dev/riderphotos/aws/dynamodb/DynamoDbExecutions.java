package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.documents.JournalJson;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.face.FaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The journal as items, which many processes may share; each adapter stands for one of them.
 *
 * <p>What a process holds it has on a lease, which every write renews, and {@link #renew} between
 * writes. What a state machine holds has no lease: its holder is the run's ARN. A lease that ran
 * out may be taken by another process, and from then on every write of the former holder is
 * refused, whatever its clock says. So clocks that disagree can cost a repetition and never the
 * journal; they should agree to a fraction of the lease.
 */
public final class DynamoDbExecutions implements Executions, HealthChecked, UsesAws {
  private static final String HELD_BY_ME = "heldBy = :me";

  /** Two functions of one run write at a time; more often than this nobody comes between. */
  private static final int MOST_CHANGES = 20;

  /** Comes before the order of any execution. */
  private static final String FIRST = "0";

  /** Of two orders one with this at its end comes right behind the one without. */
  private static final String BEHIND = " ";

  private final DynamoDbClient client;
  private final String table;
  private final Duration lease;
  private final Duration retention;
  private final InstantSource clock;
  private final ExecutionLists lists;
  private final AnnouncementTable announcements;

  /**
   * Named when this process first holds something: many may come of one that was made and copied.
   */
  private @Nullable AttributeValue name;

  private final Set<ExecutionId> held = ConcurrentHashMap.newKeySet();

  /** Makes the journal of one process, whose ends nobody wants to be told of. */
  public DynamoDbExecutions(
      DynamoDbClient client,
      String table,
      Duration lease,
      Duration retention,
      InstantSource clock) {
    this(client, table, lease, retention, clock, AnnouncementTable.NONE);
  }

  /**
   * Makes the journal of one process.
   *
   * @param lease after which a process that was not heard of is taken for dead
   * @param retention for which executions are kept after their end
   * @param announcements where ends are announced, if they are
   */
  public DynamoDbExecutions(
      DynamoDbClient client,
      String table,
      Duration lease,
      Duration retention,
      InstantSource clock,
      AnnouncementTable announcements) {
    this.announcements = announcements;
    this.client = client;
    this.table = table;
    this.lease = lease;
    this.retention = retention;
    this.clock = clock;
    this.lists = new ExecutionLists(client, table);
  }

  public static TableDefinition table(String name) {
    return ExecutionItem.table(name);
  }

  @Override
  public Execution start(Execution execution) {
    Map<String, AttributeValue> present =
        AwsFaults.during("begin an execution", () -> putIfAbsent(item(execution)));
    Execution started = ExecutionItem.execution(present);
    if (started.heldBy() == null
        && me().equals(present.get(ExecutionItem.HELD_BY))
        && started.unfinished()) {
      held.add(started.id());
    }
    return started;
  }

  private Map<String, AttributeValue> putIfAbsent(Map<String, AttributeValue> item) {
    try {
      client.putItem(
          PutItemRequest.builder()
              .tableName(table)
              .item(item)
              .conditionExpression("attribute_not_exists(executionId)")
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build());
      return item;
    } catch (ConditionalCheckFailedException there) {
      return there.item();
    }
  }

  @Override
  public boolean claim(ExecutionId id) {
    boolean mine =
        hold(
            id,
            "attribute_exists(unfinished) AND (heldBy = :me OR heldUntil < :now)",
            Map.of(":now", number(clock.millis())));
    if (mine) {
      held.add(id);
    }
    return mine;
  }

  /** The lease ends now. It is forgotten first, so that nobody renews it. */
  @Override
  public void release(ExecutionId id) {
    if (held.remove(id)) {
      boolean _ = lease(id, "attribute_exists(unfinished) AND " + HELD_BY_ME, Map.of(), number(0));
    }
  }

  /** Renews the leases of all that this process holds: to be called often while one lasts. */
  public void renew() {
    // Whoever runs what was lost learns of it by the next write.
    held.removeIf(id -> !hold(id, "attribute_exists(unfinished) AND " + HELD_BY_ME, Map.of()));
  }

  private boolean hold(
      ExecutionId id, String condition, Map<String, AttributeValue> conditionValues) {
    return lease(id, condition, conditionValues, leaseEnd());
  }

  private boolean lease(
      ExecutionId id,
      String condition,
      Map<String, AttributeValue> conditionValues,
      AttributeValue until) {
    Map<String, AttributeValue> values = new HashMap<>(conditionValues);
    values.put(":me", me());
    values.put(":until", until);
    return AwsFaults.during(
        "hold an execution",
        () -> {
          try {
            client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(ExecutionItem.key(id))
                        .updateExpression("SET heldBy = :me, heldUntil = :until")
                        .conditionExpression(condition)
                        .expressionAttributeValues(values));
            return true;
          } catch (ConditionalCheckFailedException _) {
            return false;
          }
        });
  }

  @Override
  public void save(Execution execution) {
    if (!(execution.resembled().isEmpty() ? saveAsItIs(execution) : saveForgetting(execution))) {
      held.remove(execution.id());
      throw new TakenOverException(execution.id());
    }
    if (!execution.unfinished()) {
      held.remove(execution.id());
    }
  }

  private boolean saveAsItIs(Execution execution) {
    List<TransactWriteItem> told = announced(execution);
    Put put =
        Put.builder()
            .tableName(table)
            .item(item(execution))
            .conditionExpression(HELD_BY_ME)
            .expressionAttributeValues(Map.of(":me", me()))
            .build();
    return AwsFaults.during("write the journal", () -> written(put, told));
  }

  /** Begins again if something was forgotten between reading and writing. */
  private boolean saveForgetting(Execution execution) {
    for (int attempt = 1; attempt <= MOST_CHANGES; attempt++) {
      Map<String, AttributeValue> before =
          AwsFaults.during(
              "read the journal", () -> ExecutionItem.read(client, table, execution.id()));
      if (before.isEmpty()) {
        return saveAsItIs(execution);
      }
      if (AwsFaults.during("write the journal", () -> saveOver(before, execution))) {
        return true;
      }
      if (!me().equals(before.get(ExecutionItem.HELD_BY))) {
        return false;
      }
    }
    throw new Conflict("write the journal");
  }

  private boolean saveOver(Map<String, AttributeValue> before, Execution execution) {
    Execution there = ExecutionItem.execution(before);
    Execution left = execution.forgettingAs(there);
    Put put =
        Put.builder()
            .tableName(table)
            .item(item(left))
            .conditionExpression(HELD_BY_ME + " AND #document = :before")
            .expressionAttributeNames(Map.of("#document", ExecutionItem.DOCUMENT))
            .expressionAttributeValues(
                Map.of(":me", me(), ":before", before.get(ExecutionItem.DOCUMENT)))
            .build();
    return written(put, announcements.of(there, left));
  }

  /** What this end adds, if it is one: what was there before is read only then. */
  private List<TransactWriteItem> announced(Execution execution) {
    return announcements.announcing().mayConcern(execution)
        ? find(execution.id()).map(before -> announcements.of(before, execution)).orElse(List.of())
        : List.of();
  }

  /** Says whether its condition held; what is told is written with it as one. */
  private boolean written(Put put, List<TransactWriteItem> told) {
    try {
      if (told.isEmpty()) {
        client.putItem(
            alone ->
                alone
                    .tableName(put.tableName())
                    .item(put.item())
                    .conditionExpression(put.conditionExpression())
                    .expressionAttributeNames(
                        put.hasExpressionAttributeNames() ? put.expressionAttributeNames() : null)
                    .expressionAttributeValues(put.expressionAttributeValues()));
      } else {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder().put(put).build());
        writes.addAll(told);
        client.transactWriteItems(call -> call.transactItems(writes));
      }
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    } catch (TransactionCanceledException cancelled) {
      if (AwsFaults.firstRefused(cancelled)) {
        return false;
      }
      throw new BackendException("write the journal", true, cancelled); // in a race
    }
  }

  @Override
  public Execution change(ExecutionId id, ExecutionArn holder, UnaryOperator<Execution> change) {
    for (int attempt = 1; attempt <= MOST_CHANGES; attempt++) {
      Map<String, AttributeValue> before =
          AwsFaults.during("read the journal", () -> ExecutionItem.read(client, table, id));
      if (!text(holder.value()).equals(before.get(ExecutionItem.HELD_BY))) {
        throw new TakenOverException(id);
      }
      Execution changed = change.apply(ExecutionItem.execution(before));
      if (AwsFaults.during("write the journal", () -> replace(before, changed))) {
        return changed;
      }
    }
    throw new Conflict("write the journal");
  }

  /** Not if somebody was quicker, who is seen by the next look. */
  private boolean replace(Map<String, AttributeValue> before, Execution changed) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(item(changed))
            .conditionExpression("heldBy = :holder AND #document = :before")
            .expressionAttributeNames(Map.of("#document", ExecutionItem.DOCUMENT))
            .expressionAttributeValues(
                Map.of(
                    ":holder",
                    before.get(ExecutionItem.HELD_BY),
                    ":before",
                    before.get(ExecutionItem.DOCUMENT)))
            .build();
    return written(put, announcements.of(ExecutionItem.execution(before), changed));
  }

  @Override
  public boolean redrive(Execution begun) {
    boolean mine = AwsFaults.during("redrive an execution", () -> putIfFailed(item(begun)));
    if (mine && begun.heldBy() == null) {
      held.add(begun.id());
    }
    return mine;
  }

  private boolean putIfFailed(Map<String, AttributeValue> item) {
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(item)
                  .conditionExpression(
                      "#status = :failed AND (attribute_not_exists(unfinished) OR heldBy = :me OR"
                          + " heldUntil < :now)")
                  .expressionAttributeNames(Map.of("#status", ExecutionItem.STATUS))
                  .expressionAttributeValues(
                      Map.of(
                          ":failed",
                          text(Status.FAILED.name()),
                          ":me",
                          me(),
                          ":now",
                          number(clock.millis()))));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  @Override
  public Optional<Execution> find(ExecutionId id) {
    return AwsFaults.during(
        "read the journal",
        () ->
            Optional.of(ExecutionItem.read(client, table, id))
                .filter(item -> !item.isEmpty())
                .map(ExecutionItem::execution));
  }

  @Override
  public Page list(Filter filter, @Nullable Cursor at, int limit) {
    return lists.page(filter, at, limit);
  }

  @Override
  public Total count(Filter filter, int most) {
    return lists.count(filter, most);
  }

  /** What expired meanwhile is left out of a page, which goes on behind it all the same. */
  @Override
  public Page startedBefore(Instant moment, @Nullable Cursor after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has at least one execution");
    }
    String start = after == null ? FIRST : ExecutionItem.order(after) + BEHIND;
    return AwsFaults.during(
        "read the journal",
        () -> {
          List<Map<String, AttributeValue>> keys =
              ExecutionIndex.of(Filter.ALL)
                  .keysBetween(client, table, start, ExecutionItem.order(moment), limit + 1);
          boolean more = keys.size() > limit;
          List<Map<String, AttributeValue>> page = more ? keys.subList(0, limit) : keys;
          return new Page(
              ExecutionIndex.items(client, table, page).stream()
                  .map(ExecutionItem::execution)
                  .toList(),
              more ? new Cursor(ExecutionItem.order(page.getLast())) : null);
        });
  }

  @Override
  public List<ExecutionId> unfinished() {
    return allUnfinished().stream().filter(this::isLeft).map(ExecutionItem::id).toList();
  }

  @Override
  public List<Execution> heldByStateMachines() {
    return allUnfinished().stream()
        .map(ExecutionItem::execution)
        .filter(execution -> execution.heldBy() != null)
        .toList();
  }

  private List<Map<String, AttributeValue>> allUnfinished() {
    return AwsFaults.during(
        "read the journal",
        () -> {
          List<Map<String, AttributeValue>> keys =
              ExecutionIndex.OF_THE_UNFINISHED.keys(client, table);
          return ExecutionIndex.items(client, table, keys).stream()
              .filter(item -> item.containsKey(ExecutionItem.UNFINISHED))
              .toList();
        });
  }

  private boolean isLeft(Map<String, AttributeValue> item) {
    return item.containsKey(ExecutionItem.HELD_UNTIL)
        && !held.contains(ExecutionItem.id(item))
        && Long.parseLong(Attributes.valueOf(item, ExecutionItem.HELD_UNTIL).n()) < clock.millis();
  }

  @Override
  public void delete(ExecutionId id) {
    AwsFaults.during(
        "delete an execution",
        () -> client.deleteItem(gone -> gone.tableName(table).key(ExecutionItem.key(id))));
    held.remove(id);
  }

  /** There is no index of faces, and erasures are few: the whole table is looked through. */
  @Override
  public int forgetFace(FaceId face) {
    List<ExecutionId> telling =
        AwsFaults.during(
            "look for a face in the journal",
            () ->
                client
                    .scanPaginator(
                        scan ->
                            scan.tableName(table)
                                .filterExpression("contains(#document, :face)")
                                .projectionExpression(ExecutionItem.ID)
                                .expressionAttributeNames(
                                    Map.of("#document", ExecutionItem.DOCUMENT))
                                .expressionAttributeValues(Map.of(":face", text(face.value())))
                                .consistentRead(true))
                    .items()
                    .stream()
                    .map(ExecutionItem::id)
                    .toList());
    return (int) telling.stream().filter(id -> forget(face, id)).count();
  }

  private boolean forget(FaceId face, ExecutionId id) {
    for (int attempt = 1; attempt <= MOST_CHANGES; attempt++) {
      Map<String, AttributeValue> before =
          AwsFaults.during("read the journal", () -> ExecutionItem.read(client, table, id));
      Execution told = before.isEmpty() ? null : ExecutionItem.execution(before);
      Execution left = told == null ? null : told.forgetting(face);
      if (left == null || left == told) {
        return false;
      }
      if (AwsFaults.during("write the journal", () -> rewrite(before, left))) {
        return true;
      }
    }
    throw new Conflict("write the journal");
  }

  /** The document alone: whoever holds it goes on holding it. */
  private boolean rewrite(Map<String, AttributeValue> before, Execution left) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(ExecutionItem.key(left.id()))
                  .updateExpression("SET #document = :after")
                  .conditionExpression("#document = :before")
                  .expressionAttributeNames(Map.of("#document", ExecutionItem.DOCUMENT))
                  .expressionAttributeValues(
                      Map.of(
                          ":before",
                          Attributes.valueOf(before, ExecutionItem.DOCUMENT),
                          ":after",
                          text(JournalJson.write(left)))));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false; // somebody was quicker, and is seen by the next look
    }
  }

  @Override
  public String name() {
    return "executions (DynamoDB)";
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses uses = new DynamoDbUses(client);
    return announcements.and(
        client,
        List.of(
            uses.described(table),
            uses.table(
                "Executions",
                table,
                "GetItem",
                "BatchGetItem",
                "PutItem",
                "UpdateItem",
                "DeleteItem"),
            uses.table("ErasedFaces", table, "Scan"),
            uses.indexes("ExecutionLists", table, ExecutionItem.INDEXES, "Query")));
  }

  @Override
  public void check() {
    AwsFaults.during(
        "reach the table of executions",
        () -> client.describeTable(wanted -> wanted.tableName(table)));
  }

  /** The last holder stays named when nobody holds it: by that, a former one is told off. */
  private Map<String, AttributeValue> item(Execution execution) {
    Map<String, AttributeValue> item = ExecutionItem.of(execution, retention);
    ExecutionArn run = execution.heldBy();
    if (run == null) {
      item.put(ExecutionItem.HELD_BY, me());
      item.put(ExecutionItem.HELD_UNTIL, leaseEnd());
    } else {
      item.put(ExecutionItem.HELD_BY, text(run.value()));
    }
    return item;
  }

  private synchronized AttributeValue me() {
    if (name == null) {
      name = text(UUID.randomUUID().toString());
    }
    return name;
  }

  private AttributeValue leaseEnd() {
    return number(clock.instant().plus(lease).toEpochMilli());
  }
}
