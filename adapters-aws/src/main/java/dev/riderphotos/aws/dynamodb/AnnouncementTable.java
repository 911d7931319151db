package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;

import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.documents.AnnouncementJson;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.review.Case;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The table of announcements, and what is to be announced there of which change: writes for the
 * transaction that makes the change. Items are in two lists, those that are to be told and those
 * that are dead, each in the order of the ids, so by time.
 *
 * @param name not used where nothing is announced
 */
public record AnnouncementTable(Announcing announcing, String name) {
  static final String LIST = "list";
  static final String ID = "announcementId";
  static final String PENDING = "pending";
  static final String DEAD = "dead";
  static final String RIDER = "rider";
  static final String DOCUMENT = "document";
  static final String ATTEMPTS = "attempts";
  static final String ERROR = "error";

  /** Nanoseconds since 1970, all of one length: when it is due, or since when it is dead. */
  static final String TIME = "time";

  /** There, and always the same, in what tells of an erasure. */
  static final String ERASURE = "erasure";

  /** The number counts seconds since 1970, as DynamoDB wants it: a second net of erasures. */
  private static final String EXPIRES = "expiresAt";

  private static final Duration NET = Announcements.ERASURE_KEPT;

  /** Where nobody wants to be told of anything. */
  public static final AnnouncementTable NONE = new AnnouncementTable(Announcing.NOTHING, "none");

  static TableDefinition definition(String name) {
    return new TableDefinition(
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(Attributes.isText(LIST), Attributes.isText(ID))
            .keySchema(Attributes.hash(LIST), Attributes.range(ID))
            .build(),
        Optional.of(EXPIRES));
  }

  /** What the end of an execution adds. */
  List<TransactWriteItem> of(Execution before, Execution after) {
    return announcing.of(before, after).stream().map(this::adding).toList();
  }

  /** What the end of a case adds. */
  List<TransactWriteItem> of(Case before, Case after) {
    return announcing.of(before, after).stream().map(this::adding).toList();
  }

  TransactWriteItem adding(OfRider announcement) {
    return adding(announcement, announcement.at());
  }

  TransactWriteItem adding(OfRider announcement, Instant due) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(LIST, text(PENDING));
    item.put(ID, text(announcement.id().toString()));
    item.put(RIDER, text(announcement.rider().value()));
    item.put(DOCUMENT, text(AnnouncementJson.write(announcement)));
    item.put(ATTEMPTS, number(0));
    item.put(TIME, text(time(due)));
    if (announcement instanceof RiderErased) {
      item.put(ERASURE, text("yes"));
      item.put(EXPIRES, number(announcement.at().plus(NET).getEpochSecond()));
    }
    return TransactWriteItem.builder().put(put -> put.tableName(name).item(item)).build();
  }

  /** What those ask of the table who only add to it. */
  List<AwsUse> uses(DynamoDbClient client) {
    return announcing == Announcing.NOTHING
        ? List.of()
        : List.of(new DynamoDbUses(client).table("Announced", name, "PutItem"));
  }

  /** These uses, and those of adding. */
  List<AwsUse> and(DynamoDbClient client, List<AwsUse> uses) {
    return Stream.concat(uses.stream(), uses(client).stream()).toList();
  }

  static String time(Instant at) {
    return "%011d%09d".formatted(at.getEpochSecond(), at.getNano());
  }

  static Instant time(String text) {
    int seconds = text.length() - 9;
    return Instant.ofEpochSecond(
        Long.parseLong(text.substring(0, seconds)), Long.parseLong(text.substring(seconds)));
  }
}
