package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.BackendException;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureWishes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * All wishes in one item of the table of revoked links, beside which no link has a mark like it: a
 * set of riders, so that it takes one cheap read to know that there are none. It has room for some
 * 2,000 at a time.
 */
public final class DynamoDbErasureWishes implements ErasureWishes, UsesAws {
  private static final Map<String, AttributeValue> KEY =
      Map.of("mark", Attributes.text("erasure wishes"));
  private static final String RIDERS = "riders";

  private final DynamoDbClient client;
  private final String table;
  private final AnnouncementTable announcements;
  private final InstantSource clock;

  /** Wishes of riders of whose erasure nobody wants to be told. */
  public DynamoDbErasureWishes(DynamoDbClient client, String table) {
    this(client, table, AnnouncementTable.NONE, InstantSource.system());
  }

  /**
   * Makes them.
   *
   * @param announcements where erasures are announced, if they are
   */
  public DynamoDbErasureWishes(
      DynamoDbClient client, String table, AnnouncementTable announcements, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Override
  public void add(RiderId rider) {
    AwsFaults.during("keep that a rider is to be erased", () -> update("ADD", rider));
  }

  @Override
  public boolean contain(RiderId rider) {
    return all().contains(rider);
  }

  @Override
  public List<RiderId> all() {
    return AwsFaults.during(
        "read who is to be erased",
        () ->
            Optional.ofNullable(
                    client
                        .getItem(get -> get.tableName(table).key(KEY).consistentRead(true))
                        .item()
                        .get(RIDERS))
                .map(AttributeValue::ss)
                .orElse(List.of())
                .stream()
                .map(RiderId::new)
                .toList());
  }

  @Override
  public void remove(RiderId rider) {
    Instant now = clock.instant();
    Optional<OfRider> erasure = announcements.announcing().ofErased(rider, now);
    if (erasure.isEmpty()) {
      AwsFaults.during("forget that a rider was to be erased", () -> update("DELETE", rider));
    } else if (contain(rider)) {
      Instant latest = dropped(rider);
      TransactWriteItem word =
          announcements.adding(erasure.get(), Announcing.afterWhatIsUnderWay(now, latest));
      boolean _ =
          AwsFaults.during("forget that a rider was to be erased", () -> removed(rider, word));
    }
  }

  /** Drops what was to be told of the rider, and says until when any of it was kept back. */
  private Instant dropped(RiderId rider) {
    DynamoDbAnnouncements all = new DynamoDbAnnouncements(client, announcements.name());
    List<Map<String, AttributeValue>> before = all.ofRider(rider);
    before.forEach(all::deleted);
    return before.stream()
        .filter(item -> textOf(item, AnnouncementTable.LIST).equals(AnnouncementTable.PENDING))
        .map(item -> AnnouncementTable.time(textOf(item, AnnouncementTable.TIME)))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** Not if another did it meanwhile, and told of it. */
  private boolean removed(RiderId rider, TransactWriteItem word) {
    TransactWriteItem removal =
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(KEY)
                        .updateExpression("DELETE riders :one")
                        .conditionExpression("contains(riders, :rider)")
                        .expressionAttributeValues(
                            Map.of(
                                ":one",
                                AttributeValue.fromSs(List.of(rider.value())),
                                ":rider",
                                Attributes.text(rider.value()))))
            .build();
    try {
      client.transactWriteItems(call -> call.transactItems(removal, word));
      return true;
    } catch (TransactionCanceledException cancelled) {
      if (AwsFaults.firstRefused(cancelled)) {
        return false;
      }
      throw new BackendException(
          "forget that a rider was to be erased", true, cancelled); // in a race
    }
  }

  private Object update(String action, RiderId rider) {
    AttributeValue one = AttributeValue.fromSs(List.of(rider.value()));
    return client.updateItem(
        update ->
            update
                .tableName(table)
                .key(KEY)
                .updateExpression(action + " riders :one")
                .expressionAttributeValues(Map.of(":one", one)));
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses uses = new DynamoDbUses(client);
    List<AwsUse> own = List.of(uses.table("ErasureWishes", table, "GetItem", "UpdateItem"));
    return announcements.and(client, own);
  }
}
