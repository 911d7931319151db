package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.documents.AnnouncementJson;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Announcements as items, which several servers may take from. Whoever takes one has written when
 * it is due again, over the time that it was found with: so one of them does.
 */
public final class DynamoDbAnnouncements implements Announcements, HealthChecked, UsesAws {
  /** Who waits behind so many has to wait for some of them: reading goes no further. */
  private static final int LOOKED_AT = 2_000;

  private static final Map<String, AttributeValue> SWITCH =
      Map.of(AnnouncementTable.LIST, text("switch"), AnnouncementTable.ID, text("off"));

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbAnnouncements(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  public static TableDefinition table(String name) {
    return AnnouncementTable.definition(name);
  }

  @Override
  public List<Delivery> take(Instant now, int limit) {
    String latest = AnnouncementTable.time(now);
    String back = AnnouncementTable.time(now.plus(TURN));
    Set<String> riders = new HashSet<>();
    List<Delivery> taken = new ArrayList<>();
    var pending =
        AwsFaults.during(
            "read announcements",
            () ->
                items(AnnouncementTable.PENDING)
                    .limit(LOOKED_AT)
                    .filter(item -> riders.add(textOf(item, AnnouncementTable.RIDER)))
                    .filter(item -> textOf(item, AnnouncementTable.TIME).compareTo(latest) <= 0)
                    .limit(limit)
                    .toList());
    for (Map<String, AttributeValue> item : pending) {
      if (keptBack(item, back)) {
        taken.add(new Delivery(announcement(item), attempts(item)));
      }
    }
    return taken;
  }

  private boolean keptBack(Map<String, AttributeValue> item, String until) {
    return AwsFaults.during(
        "take an announcement",
        () -> {
          try {
            client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(keyOf(item))
                        .updateExpression("SET #time = :until")
                        .conditionExpression("#time = :found")
                        .expressionAttributeNames(Map.of("#time", AnnouncementTable.TIME))
                        .expressionAttributeValues(
                            Map.of(
                                ":until",
                                text(until),
                                ":found",
                                Attributes.valueOf(item, AnnouncementTable.TIME))));
            return true;
          } catch (ConditionalCheckFailedException _) {
            return false; // another took it, or it is gone
          }
        });
  }

  @Override
  public void done(AnnouncementId id) {
    AwsFaults.during(
        "take out an announcement",
        () ->
            client.deleteItem(
                delete -> delete.tableName(table).key(key(AnnouncementTable.PENDING, id))));
  }

  @Override
  public void postpone(AnnouncementId id, String error, Instant until) {
    AwsFaults.during(
        "postpone an announcement",
        () -> {
          try {
            client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(AnnouncementTable.PENDING, id))
                        .updateExpression("SET #time = :until, #error = :error ADD attempts :one")
                        .conditionExpression("attribute_exists(#list)")
                        .expressionAttributeNames(
                            Map.of(
                                "#time",
                                AnnouncementTable.TIME,
                                "#error",
                                AnnouncementTable.ERROR,
                                "#list",
                                AnnouncementTable.LIST))
                        .expressionAttributeValues(
                            Map.of(
                                ":until",
                                text(AnnouncementTable.time(until)),
                                ":error",
                                text(error),
                                ":one",
                                number(1))));
            return true;
          } catch (ConditionalCheckFailedException _) {
            return false;
          }
        });
  }

  @Override
  public void bury(AnnouncementId id, String error, Instant now) {
    find(AnnouncementTable.PENDING, id)
        .ifPresent(
            item -> {
              Map<String, AttributeValue> dead = new HashMap<>(item);
              dead.put(AnnouncementTable.ATTEMPTS, number(attempts(item) + 1));
              dead.put(AnnouncementTable.ERROR, text(error));
              boolean _ = moved(item, AnnouncementTable.DEAD, dead, now);
            });
  }

  @Override
  public List<DeadLetter> dead(int limit) {
    return AwsFaults.during(
        "read dead announcements",
        () ->
            items(AnnouncementTable.DEAD).limit(limit).map(DynamoDbAnnouncements::letter).toList());
  }

  @Override
  public Optional<DeadLetter> redrive(AnnouncementId id, Instant now) {
    return find(AnnouncementTable.DEAD, id)
        .filter(item -> redriven(item, now))
        .map(DynamoDbAnnouncements::letter);
  }

  private boolean redriven(Map<String, AttributeValue> item, Instant now) {
    Map<String, AttributeValue> due = new HashMap<>(item);
    due.put(AnnouncementTable.ATTEMPTS, number(0));
    due.remove(AnnouncementTable.ERROR);
    return moved(item, AnnouncementTable.PENDING, due, now);
  }

  @Override
  public int redriveAll(Instant now) {
    String latest = AnnouncementTable.time(now);
    List<Map<String, AttributeValue>> letters =
        AwsFaults.during(
            "read dead announcements",
            () ->
                items(AnnouncementTable.DEAD)
                    .filter(item -> textOf(item, AnnouncementTable.TIME).compareTo(latest) <= 0)
                    .toList());
    return (int) letters.stream().filter(item -> redriven(item, now)).count();
  }

  /** From its list to the other, as one; not if somebody else was quicker. */
  private boolean moved(
      Map<String, AttributeValue> from, String list, Map<String, AttributeValue> to, Instant time) {
    to.put(AnnouncementTable.LIST, text(list));
    to.put(AnnouncementTable.TIME, text(AnnouncementTable.time(time)));
    TransactWriteItem delete =
        TransactWriteItem.builder()
            .delete(
                gone ->
                    gone.tableName(table)
                        .key(keyOf(from))
                        .conditionExpression("#time = :found")
                        .expressionAttributeNames(Map.of("#time", AnnouncementTable.TIME))
                        .expressionAttributeValues(
                            Map.of(":found", Attributes.valueOf(from, AnnouncementTable.TIME))))
            .build();
    TransactWriteItem put =
        TransactWriteItem.builder().put(there -> there.tableName(table).item(to)).build();
    return AwsFaults.during(
        "move an announcement",
        () -> {
          try {
            client.transactWriteItems(call -> call.transactItems(delete, put));
            return true;
          } catch (TransactionCanceledException cancelled) {
            if (AwsFaults.firstRefused(cancelled)) {
              return false;
            }
            throw new BackendException("move an announcement", true, cancelled); // in a race
          }
        });
  }

  @Override
  public boolean drop(AnnouncementId id) {
    return find(AnnouncementTable.DEAD, id).map(this::deleted).orElse(false);
  }

  @Override
  public void forget(RiderId rider) {
    ofRider(rider).forEach(this::deleted);
  }

  /** All of the rider but what tells of an erasure. */
  List<Map<String, AttributeValue>> ofRider(RiderId rider) {
    return AwsFaults.during(
        "read a rider's announcements",
        () ->
            Stream.of(AnnouncementTable.PENDING, AnnouncementTable.DEAD)
                .flatMap(this::items)
                .filter(item -> !item.containsKey(AnnouncementTable.ERASURE))
                .filter(item -> textOf(item, AnnouncementTable.RIDER).equals(rider.value()))
                .toList());
  }

  @Override
  public void forgetErasures(Instant before) {
    List<Map<String, AttributeValue>> old =
        AwsFaults.during(
            "read who was erased",
            () ->
                Stream.of(AnnouncementTable.PENDING, AnnouncementTable.DEAD)
                    .flatMap(this::items)
                    .filter(item -> item.containsKey(AnnouncementTable.ERASURE))
                    .filter(item -> announcement(item).at().isBefore(before))
                    .toList());
    old.forEach(this::deleted);
  }

  boolean deleted(Map<String, AttributeValue> item) {
    AwsFaults.during(
        "delete an announcement",
        () -> client.deleteItem(delete -> delete.tableName(table).key(keyOf(item))));
    return true;
  }

  @Override
  public Backlog backlog() {
    return AwsFaults.during(
        "count announcements",
        () ->
            new Backlog(
                count(AnnouncementTable.PENDING),
                count(AnnouncementTable.DEAD),
                items(AnnouncementTable.PENDING)
                    .findFirst()
                    .map(item -> announcement(item).at())
                    .orElse(null)));
  }

  private long count(String list) {
    return client.queryPaginator(query(list).select(Select.COUNT).build()).stream()
        .mapToLong(page -> page.count())
        .sum();
  }

  @Override
  public Optional<Off> off() {
    return AwsFaults.during(
        "read whether announcements are sent",
        () ->
            Optional.of(
                    client
                        .getItem(get -> get.tableName(table).key(SWITCH).consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty())
                .map(
                    item ->
                        new Off(
                            AnnouncementTable.time(textOf(item, AnnouncementTable.TIME)),
                            textOf(item, AnnouncementTable.ERROR))));
  }

  @Override
  public void switchOff(Off since) {
    Map<String, AttributeValue> item = new HashMap<>(SWITCH);
    item.put(AnnouncementTable.TIME, text(AnnouncementTable.time(since.since())));
    item.put(AnnouncementTable.ERROR, text(since.why()));
    AwsFaults.during(
        "switch announcements off",
        () -> {
          try {
            client.putItem(
                put ->
                    put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(#list)")
                        .expressionAttributeNames(Map.of("#list", AnnouncementTable.LIST)));
            return true;
          } catch (ConditionalCheckFailedException _) {
            return false; // it is off
          }
        });
  }

  @Override
  public void switchOn() {
    AwsFaults.during(
        "switch announcements on",
        () -> client.deleteItem(delete -> delete.tableName(table).key(SWITCH)));
  }

  @Override
  public String name() {
    return "announcements (DynamoDB)";
  }

  @Override
  public void check() {
    AwsFaults.during(
        "reach the table of announcements",
        () -> client.describeTable(wanted -> wanted.tableName(table)));
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses uses = new DynamoDbUses(client);
    return List.of(
        uses.described(table),
        uses.table(
            "Announcements", table, "GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"));
  }

  private Optional<Map<String, AttributeValue>> find(String list, AnnouncementId id) {
    return AwsFaults.during(
        "read an announcement",
        () ->
            Optional.of(
                    client
                        .getItem(
                            get -> get.tableName(table).key(key(list, id)).consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty()));
  }

  /** Those of a list, the oldest first, as they are asked for. */
  private Stream<Map<String, AttributeValue>> items(String list) {
    return client.queryPaginator(query(list).build()).items().stream();
  }

  private QueryRequest.Builder query(String list) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("#list = :list")
        .expressionAttributeNames(Map.of("#list", AnnouncementTable.LIST))
        .expressionAttributeValues(Map.of(":list", text(list)));
  }

  private static Map<String, AttributeValue> key(String list, AnnouncementId id) {
    return Map.of(AnnouncementTable.LIST, text(list), AnnouncementTable.ID, text(id.toString()));
  }

  private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
    return Map.of(
        AnnouncementTable.LIST,
        Attributes.valueOf(item, AnnouncementTable.LIST),
        AnnouncementTable.ID,
        Attributes.valueOf(item, AnnouncementTable.ID));
  }

  private static OfRider announcement(Map<String, AttributeValue> item) {
    return AnnouncementJson.read(textOf(item, AnnouncementTable.DOCUMENT));
  }

  private static int attempts(Map<String, AttributeValue> item) {
    return Integer.parseInt(Attributes.valueOf(item, AnnouncementTable.ATTEMPTS).n());
  }

  private static DeadLetter letter(Map<String, AttributeValue> item) {
    return new DeadLetter(
        announcement(item),
        attempts(item),
        textOf(item, AnnouncementTable.ERROR),
        AnnouncementTable.time(textOf(item, AnnouncementTable.TIME)));
  }
}
