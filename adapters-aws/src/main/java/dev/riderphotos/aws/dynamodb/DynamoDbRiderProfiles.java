package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.BUCKET;
import static dev.riderphotos.aws.dynamodb.Attributes.KEY;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The verified riders as rows {@code {Username, faceId, s3bucket, s3key, thumbnail{s3bucket,
 * s3key}}}.
 */
public final class DynamoDbRiderProfiles implements RiderProfiles, HealthChecked, UsesAws {
  private static final String USERNAME = "Username";
  private static final String FACE = "faceId";
  private static final String THUMBNAIL = "thumbnail";

  private final ConditionalTable table;

  public DynamoDbRiderProfiles(DynamoDbClient client, String table) {
    this.table =
        new ConditionalTable(
            client,
            table,
            List.of(USERNAME),
            List.of(FACE, BUCKET, KEY, THUMBNAIL),
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
  public String name() {
    return "profiles (DynamoDB)";
  }

  @Override
  public List<AwsUse> uses() {
    return table.uses("RiderProfiles");
  }

  @Override
  public void check() {
    table.check();
  }

  private static Map<String, AttributeValue> row(RiderProfile profile) {
    return Map.of(
        USERNAME, text(profile.rider().value()),
        FACE, text(profile.face().value()),
        BUCKET, text(profile.photo().bucket()),
        KEY, text(profile.photo().key()),
        THUMBNAIL, Attributes.photo(profile.thumbnail()));
  }

  private static RiderProfile profile(Map<String, AttributeValue> row) {
    return new RiderProfile(
        new RiderId(textOf(row, USERNAME)),
        new FaceId(textOf(row, FACE)),
        Attributes.photo(row),
        Attributes.photo(Attributes.valueOf(row, THUMBNAIL).m()));
  }
}
