package dev.riderphotos.aws.rekognition;

import static java.util.stream.Collectors.toMap;

import dev.riderphotos.aws.dynamodb.Attributes;
import dev.riderphotos.face.ImageId;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** The item of a role's lease, whichever collection is live. */
record LeaseItem(String table, Map<String, AttributeValue> key, Duration term) {
  static final String TOKEN = "leaseToken";
  static final String OWNER = "leaseOwner";
  static final String UNTIL = "leaseUntil";

  LeaseItem(RiderFacesSettings terms) {
    this(
        terms.tables().claims(),
        Map.of(
            FaceTables.CLAIM,
            Attributes.text("lease/role/" + terms.kept().role().name().toLowerCase(Locale.ROOT))),
        terms.lease());
  }

  GetItemRequest reading() {
    return GetItemRequest.builder().tableName(table).key(key).consistentRead(true).build();
  }

  /** When a lease taken now is lost, in milliseconds. */
  long until(long now) {
    return now + term.toMillis();
  }

  static Map<ImageId, Intent> intents(Map<String, AttributeValue> item) {
    return item.getOrDefault("intents", AttributeValue.fromM(Map.of())).m().entrySet().stream()
        .collect(toMap(entry -> new ImageId(entry.getKey()), entry -> Intent.of(entry.getValue())));
  }
}
