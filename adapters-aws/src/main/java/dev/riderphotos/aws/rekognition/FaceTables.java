package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.dynamodb.TableDefinition;
import java.util.List;

/**
 * The tables beside a Rekognition collection; several collections may share them.
 *
 * @param faces a record for every face
 * @param claims the lease of every role, and the face of every image
 */
public record FaceTables(String faces, String claims) {
  static final String FACE_ID = "FaceId";
  static final String CLAIM = "claim";

  public List<TableDefinition> definitions() {
    return List.of(faces(faces), claims(claims));
  }

  public static TableDefinition faces(String name) {
    return TableDefinition.keyedBy(FACE_ID, name);
  }

  public static TableDefinition claims(String name) {
    return TableDefinition.keyedBy(CLAIM, name);
  }
}
