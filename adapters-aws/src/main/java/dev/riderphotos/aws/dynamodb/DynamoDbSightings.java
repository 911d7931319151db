package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.rider.Sightings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sightings as items of the table of reviews, which are found by their rider alone. */
public final class DynamoDbSightings implements Sightings, UsesAws {
  private static final String PREFIX = "sighting ";
  private static final String ITSELF = "sighting";
  private static final String SEEN_AT = "seenAt";
  private static final String EMAIL = "email";
  private static final String LANGUAGE = "lang";
  private static final String TOLD_AT = "toldAt";

  private final DynamoDbClient client;
  private final String name;
  private final ConditionalTable table;

  public DynamoDbSightings(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
    this.table =
        new ConditionalTable(
            client,
            name,
            List.of(SharedTable.OF, SharedTable.IS),
            List.of(SEEN_AT, EMAIL, LANGUAGE, TOLD_AT),
            "when a rider was here");
  }

  @Override
  public Optional<Sighting> find(RiderId rider) {
    return table.find(key(rider)).map(item -> sighting(rider, item));
  }

  @Override
  public boolean replace(@Nullable Sighting expected, Sighting next) {
    return table
        .replace(expected == null ? null : item(expected), item(next))
        .map(item -> sighting(next.rider(), item))
        .filter(next::equals)
        .isPresent();
  }

  @Override
  public void forget(RiderId rider) {
    AwsFaults.during(
        "forget when a rider was here",
        () -> client.deleteItem(gone -> gone.tableName(name).key(key(rider))));
  }

  @Override
  public List<AwsUse> uses() {
    return table.uses("Sightings");
  }

  private static Map<String, AttributeValue> key(RiderId rider) {
    return new SharedTable.Key(PREFIX + rider.value(), ITSELF).attributes();
  }

  private static Map<String, AttributeValue> item(Sighting sighting) {
    Map<String, AttributeValue> item = new HashMap<>(key(sighting.rider()));
    item.put(SEEN_AT, number(sighting.seenAt().getEpochSecond()));
    EmailAddress email = sighting.email();
    if (email != null) {
      item.put(EMAIL, text(email.value()));
    }
    Language language = sighting.language();
    if (language != null) {
      item.put(LANGUAGE, text(language.tag()));
    }
    Instant told = sighting.toldAt();
    if (told != null) {
      item.put(TOLD_AT, number(told.getEpochSecond()));
    }
    return item;
  }

  private static Sighting sighting(RiderId rider, Map<String, AttributeValue> item) {
    return new Sighting(
        rider,
        Attributes.secondOf(item, SEEN_AT),
        item.containsKey(EMAIL) ? new EmailAddress(textOf(item, EMAIL)) : null,
        item.containsKey(LANGUAGE) ? Language.of(textOf(item, LANGUAGE)).orElse(null) : null,
        item.containsKey(TOLD_AT) ? Attributes.secondOf(item, TOLD_AT) : null);
  }
}
