package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.access.LinkRequest;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * An item of each request in the table of revoked links, beside which no link has a mark like
 * theirs. All of them are found by reading the table, which is small, and seldom asked for.
 */
public final class DynamoDbLinkRequests implements LinkRequests, UsesAws {
  private static final String MARK = "mark";
  private static final String PREFIX = "link request ";
  private static final String RIDER = "rider";
  private static final String EMAIL = "email";
  private static final String LANGUAGE = "lang";
  private static final String VALID_FOR = "validFor";
  private static final String ASKED_AT = "askedAt";

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbLinkRequests(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public void open(LinkRequest request) {
    Map<String, AttributeValue> item = item(request);
    AwsFaults.during("keep that a rider asks for a link", () -> putIfNew(item));
  }

  private boolean putIfNew(Map<String, AttributeValue> item) {
    try {
      var _ =
          client.putItem(
              put ->
                  put.tableName(table)
                      .item(item)
                      .conditionExpression("attribute_not_exists(mark)"));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  @Override
  public Optional<LinkRequest> find(RiderId rider) {
    return AwsFaults.during(
            "read who asks for a link", () -> ItemBatch.read(client, table, List.of(key(rider))))
        .stream()
        .map(DynamoDbLinkRequests::request)
        .findFirst();
  }

  @Override
  public List<LinkRequest> all() {
    return AwsFaults.during(
        "read who asks for a link",
        () ->
            client
                .scanPaginator(
                    scan ->
                        scan.tableName(table)
                            .consistentRead(true)
                            .filterExpression("begins_with(mark, :prefix)")
                            .expressionAttributeValues(Map.of(":prefix", text(PREFIX))))
                .items()
                .stream()
                .map(DynamoDbLinkRequests::request)
                .sorted(Comparator.comparing(LinkRequest::askedAt))
                .toList());
  }

  @Override
  public void close(RiderId rider) {
    AwsFaults.during(
        "forget that a rider asked for a link",
        () -> client.deleteItem(delete -> delete.tableName(table).key(key(rider))));
  }

  private static Map<String, AttributeValue> key(RiderId rider) {
    return Map.of(MARK, text(PREFIX + rider.value()));
  }

  private static Map<String, AttributeValue> item(LinkRequest request) {
    Map<String, AttributeValue> item = new HashMap<>(key(request.rider()));
    item.put(RIDER, text(request.rider().value()));
    item.put(LANGUAGE, text(request.language().tag()));
    item.put(VALID_FOR, number(request.validFor().toSeconds()));
    item.put(ASKED_AT, number(request.askedAt().getEpochSecond()));
    EmailAddress email = request.email();
    if (email != null) {
      item.put(EMAIL, text(email.value()));
    }
    return item;
  }

  private static LinkRequest request(Map<String, AttributeValue> item) {
    AttributeValue email = item.get(EMAIL);
    return new LinkRequest(
        new RiderId(textOf(item, RIDER)),
        email == null ? null : new EmailAddress(email.s()),
        Duration.ofSeconds(Long.parseLong(Attributes.valueOf(item, VALID_FOR).n())),
        Language.of(textOf(item, LANGUAGE)).orElse(Language.ENGLISH),
        Instant.ofEpochSecond(Long.parseLong(Attributes.valueOf(item, ASKED_AT).n())));
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        new DynamoDbUses(client)
            .table("LinkRequests", table, "BatchGetItem", "PutItem", "Scan", "DeleteItem"));
  }
}
