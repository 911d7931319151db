package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Says how values stand in a row. */
public final class Attributes {
  static final String BUCKET = "s3bucket";
  static final String KEY = "s3key";

  private Attributes() {}

  public static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  public static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  public static AttributeValue number(double number) {
    return AttributeValue.fromN(Double.toString(number));
  }

  public static double numberOf(Map<String, AttributeValue> row, String attribute) {
    return Double.parseDouble(valueOf(row, attribute).n());
  }

  /** Reads a time that counts seconds since 1970. */
  static Instant secondOf(Map<String, AttributeValue> row, String attribute) {
    return Instant.ofEpochSecond(Long.parseLong(valueOf(row, attribute).n()));
  }

  /** Writes a box under the names that Rekognition gives its edges and sides. */
  public static AttributeValue box(BoundingBox box) {
    return AttributeValue.fromM(
        Map.of(
            "Left", number(box.left()),
            "Top", number(box.top()),
            "Width", number(box.width()),
            "Height", number(box.height())));
  }

  public static BoundingBox box(Map<String, AttributeValue> row, String attribute) {
    Map<String, AttributeValue> box = valueOf(row, attribute).m();
    return new BoundingBox(
        numberOf(box, "Left"),
        numberOf(box, "Top"),
        numberOf(box, "Width"),
        numberOf(box, "Height"));
  }

  public static AttributeValue photo(PhotoRef ref) {
    return AttributeValue.fromM(Map.of(BUCKET, text(ref.bucket()), KEY, text(ref.key())));
  }

  /** Reads a photo out of a row, or out of an attribute that is one. */
  public static PhotoRef photo(Map<String, AttributeValue> row) {
    return new PhotoRef(textOf(row, BUCKET), textOf(row, KEY));
  }

  public static String textOf(Map<String, AttributeValue> row, String attribute) {
    return valueOf(row, attribute).s();
  }

  public static AttributeValue valueOf(Map<String, AttributeValue> row, String attribute) {
    AttributeValue value = row.get(attribute);
    if (value == null) {
      throw new IllegalStateException("The table holds what we did not write");
    }
    return value;
  }

  public static AttributeDefinition isText(String attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  public static KeySchemaElement hash(String attribute) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(KeyType.HASH).build();
  }

  static KeySchemaElement range(String attribute) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(KeyType.RANGE).build();
  }

  /** A global index of nothing but keys. */
  static GlobalSecondaryIndex index(String name, String hash, String range) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(hash(hash), range(range))
        .projection(keys -> keys.projectionType(ProjectionType.KEYS_ONLY))
        .build();
  }
}
