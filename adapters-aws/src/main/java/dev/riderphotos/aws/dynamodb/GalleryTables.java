package dev.riderphotos.aws.dynamodb;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * The tables of the gallery.
 *
 * @param photos an item for each photo
 * @param faces a row for each of their faces
 * @param distinctions pairs of faces that are two people
 */
public record GalleryTables(String photos, String faces, String distinctions) {
  static final String PHOTO = "key";
  static final String STATE = "state";
  static final String BY_STATE = "by-state";
  static final String FACE = "FaceId";
  static final String ONE = "one";
  static final String OTHER = "other";

  public List<TableDefinition> definitions() {
    return List.of(photos(photos), faces(faces), distinctions(distinctions));
  }

  public static TableDefinition photos(String name) {
    return new TableDefinition(
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(Attributes.isText(PHOTO), Attributes.isText(STATE))
            .keySchema(Attributes.hash(PHOTO))
            .globalSecondaryIndexes(Attributes.index(BY_STATE, STATE, PHOTO))
            .build(),
        Optional.empty());
  }

  public static TableDefinition faces(String name) {
    return TableDefinition.keyedBy(FACE, name);
  }

  public static TableDefinition distinctions(String name) {
    return new TableDefinition(
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(Attributes.isText(ONE), Attributes.isText(OTHER))
            .keySchema(Attributes.hash(ONE), Attributes.range(OTHER))
            .build(),
        Optional.empty());
  }
}
