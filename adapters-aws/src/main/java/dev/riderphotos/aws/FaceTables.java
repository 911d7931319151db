package dev.riderphotos.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * The tables beside a Rekognition collection; several collections may share them.
 *
 * @param faces a record for every face
 * @param claims the lease of every collection, and the face of every image
 */
public record FaceTables(String faces, String claims) {
  static final String FACE_ID = "FaceId";
  static final String CLAIM = "claim";

  public List<TableDefinition> definitions() {
    return List.of(faces(faces), claims(claims));
  }

  public static TableDefinition faces(String name) {
    return table(name, FACE_ID);
  }

  public static TableDefinition claims(String name) {
    return table(name, CLAIM);
  }

  private static TableDefinition table(String name, String key) {
    return new TableDefinition(
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(Attributes.isText(key))
            .keySchema(Attributes.hash(key))
            .build(),
        Optional.empty());
  }
}
