package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.BUCKET;
import static dev.riderphotos.aws.dynamodb.Attributes.KEY;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.consent.Consent;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.language.Language;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The verified riders as rows {@code {Username, faceId, s3bucket, s3key, thumbnail{s3bucket,
 * s3key}}}, and {@code consent{version, language, at}} of those who were asked.
 */
public final class DynamoDbRiderProfiles implements RiderProfiles, HealthChecked, UsesAws {
  private static final String USERNAME = "Username";
  private static final String FACE = "faceId";
  private static final String THUMBNAIL = "thumbnail";
  private static final String CONSENT = "consent";
  private static final String VERSION = "version";
  private static final String LANGUAGE = "language";
  private static final String AT = "at";

  private final ConditionalTable table;

  public DynamoDbRiderProfiles(DynamoDbClient client, String table) {
    this.table =
        new ConditionalTable(
            client,
            table,
            List.of(USERNAME),
            List.of(FACE, BUCKET, KEY, THUMBNAIL, CONSENT),
            "a rider's profile");
  }

  public static TableDefinition table(String name) {
    return TableDefinition.keyedBy(USERNAME, name);
  }

  @Override
  public Optional<RiderProfile> find(RiderId rider) {
    return table.find(Map.of(USERNAME, text(rider.value()))).map(DynamoDbRiderProfiles::profile);
  }

  @Override
  public Optional<RiderProfile> replace(@Nullable RiderProfile expected, RiderProfile next) {
    return table
        .replace(expected == null ? null : row(expected), row(next))
        .map(DynamoDbRiderProfiles::profile);
  }

  @Override
  public void delete(RiderProfile profile) {
    table.delete(row(profile));
  }

  @Override
  public List<RiderId> riders(@Nullable RiderId after, int limit) {
    return table.keys(after == null ? null : Map.of(USERNAME, text(after.value())), limit).stream()
        .map(key -> new RiderId(textOf(key, USERNAME)))
        .toList();
  }

  @Override
  public String name() {
    return "profiles (DynamoDB)";
  }

  @Override
  public List<AwsUse> uses() {
    List<AwsUse> uses = new ArrayList<>(table.uses("RiderProfiles"));
    uses.add(table.scanned("RidersInTurn"));
    return uses;
  }

  @Override
  public void check() {
    table.check();
  }

  private static Map<String, AttributeValue> row(RiderProfile profile) {
    Map<String, AttributeValue> row = new HashMap<>();
    row.put(USERNAME, text(profile.rider().value()));
    row.put(FACE, text(profile.face().value()));
    row.put(BUCKET, text(profile.photo().bucket()));
    row.put(KEY, text(profile.photo().key()));
    row.put(THUMBNAIL, Attributes.photo(profile.thumbnail()));
    Consent consent = profile.consent();
    if (consent != null) {
      row.put(CONSENT, AttributeValue.fromM(attributes(consent)));
    }
    return row;
  }

  private static Map<String, AttributeValue> attributes(Consent consent) {
    return Map.of(
        VERSION, text(consent.version()),
        LANGUAGE, text(consent.language().tag()),
        AT, text(consent.at().toString()));
  }

  private static RiderProfile profile(Map<String, AttributeValue> row) {
    return new RiderProfile(
        new RiderId(textOf(row, USERNAME)),
        new FaceId(textOf(row, FACE)),
        Attributes.photo(row),
        Attributes.photo(Attributes.valueOf(row, THUMBNAIL).m()),
        row.containsKey(CONSENT) ? consent(Attributes.valueOf(row, CONSENT).m()) : null);
  }

  private static Consent consent(Map<String, AttributeValue> of) {
    return new Consent(
        textOf(of, VERSION),
        Language.of(textOf(of, LANGUAGE)).orElseThrow(),
        Instant.parse(textOf(of, AT)));
  }
}
