package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.access.LinkId;
import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.NotedLink;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which links there are, as items of the table of reviews, in the order of their riders. They
 * expire with their links; DynamoDB takes its time for that, and until then nobody is told of them.
 */
public final class DynamoDbLinkRegister implements LinkRegister, UsesAws {
  private static final String LINKS = "links";
  private static final String RIDER = "rider";
  private static final String ID = "linkId";

  /** The number counts milliseconds since 1970. */
  private static final String MADE_AT = "madeAt";

  private static final Comparator<NotedLink> LAST_FIRST =
      Comparator.comparing(NotedLink::madeAt).reversed();

  private final DynamoDbClient client;
  private final String name;
  private final SharedTable table;

  public DynamoDbLinkRegister(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
    this.table = new SharedTable(client, name);
  }

  @Override
  public void note(NotedLink link) {
    Map<String, AttributeValue> item = item(link);
    AwsFaults.during("note a link", () -> client.putItem(put -> put.tableName(name).item(item)));
  }

  @Override
  public List<NotedLink> of(RiderId rider, Instant now, int limit) {
    return read(
        () -> of(rider).filter(link -> valid(link, now)).sorted(LAST_FIRST).limit(limit).toList());
  }

  @Override
  public List<NotedLink> all(Instant now, int limit) {
    Comparator<NotedLink> byRider = Comparator.comparing(link -> link.rider().value());
    return read(
        () ->
            table
                .query(LINKS)
                .map(DynamoDbLinkRegister::link)
                .filter(link -> valid(link, now))
                .limit(limit)
                .sorted(byRider.thenComparing(LAST_FIRST))
                .toList());
  }

  @Override
  public void forget(RiderId rider) {
    read(() -> of(rider).toList()).forEach(this::forget);
  }

  @Override
  public void forgetExpired(Instant now) {
    read(() ->
            table
                .query(LINKS)
                .map(DynamoDbLinkRegister::link)
                .filter(link -> !valid(link, now))
                .toList())
        .forEach(this::forget);
  }

  private void forget(NotedLink link) {
    AwsFaults.during(
        "forget a link",
        () -> client.deleteItem(gone -> gone.tableName(name).key(key(link).attributes())));
  }

  /** Another's id may begin with the rider's. */
  private Stream<NotedLink> of(RiderId rider) {
    return table
        .queryBeginning(LINKS, rider.value() + " ")
        .map(DynamoDbLinkRegister::link)
        .filter(link -> link.rider().equals(rider));
  }

  private static List<NotedLink> read(Supplier<List<NotedLink>> reading) {
    return AwsFaults.during("read which links there are", reading::get);
  }

  private static boolean valid(NotedLink link, Instant now) {
    return now.isBefore(link.expiresAt());
  }

  private static SharedTable.Key key(NotedLink link) {
    return new SharedTable.Key(LINKS, link.rider().value() + " " + link.id());
  }

  private static Map<String, AttributeValue> item(NotedLink link) {
    Map<String, AttributeValue> item = new HashMap<>(key(link).attributes());
    item.put(RIDER, text(link.rider().value()));
    item.put(ID, text(link.id().value()));
    item.put(MADE_AT, number(link.madeAt().toEpochMilli()));
    item.put(SharedTable.EXPIRES, number(link.expiresAt().getEpochSecond()));
    return item;
  }

  private static NotedLink link(Map<String, AttributeValue> item) {
    return new NotedLink(
        new LinkId(textOf(item, ID)),
        new RiderId(textOf(item, RIDER)),
        Instant.ofEpochMilli(Long.parseLong(Attributes.valueOf(item, MADE_AT).n())),
        Attributes.secondOf(item, SharedTable.EXPIRES));
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        new DynamoDbUses(client).table("LinkRegister", name, "DeleteItem", "PutItem", "Query"));
  }
}
