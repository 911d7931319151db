package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.Role;
import dev.riderphotos.testkit.InMemoryFaceCounterparts;
import dev.riderphotos.testkit.InMemoryLiveCollections;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Tables of faces that no other test uses. */
public final class FaceTablesOnAws {
  private static final CollectionId RIDERS = InMemoryLiveCollections.RIDERS;

  private FaceTablesOnAws() {}

  static FaceTables create(Aws aws) {
    return new FaceTables(aws.newTable(FaceTables::faces), aws.newTable(FaceTables::claims));
  }

  /** A process with the riders' faces, whose collection is never switched. */
  public static RekognitionRiderFaces faces(
      RekognitionClient rekognition,
      DynamoDbClient dynamoDb,
      RiderFacesSettings terms,
      InstantSource clock) {
    return new RekognitionRiderFaces(
        rekognition,
        dynamoDb,
        terms,
        new InMemoryLiveCollections(Map.of(Role.RIDERS, terms.kept().first())),
        new InMemoryFaceCounterparts(),
        clock);
  }

  public static RiderFacesSettings terms(FaceTables tables) {
    return terms(tables, null);
  }

  public static RiderFacesSettings terms(FaceTables tables, @Nullable String faceModel) {
    return new RiderFacesSettings(
        new KeptCollection(Role.RIDERS, RIDERS, faceModel),
        tables,
        new FixedSimilarity(70),
        null,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10));
  }
}
