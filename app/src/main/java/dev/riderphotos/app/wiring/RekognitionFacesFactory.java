package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.dynamodb.DynamoDbTable;
import dev.riderphotos.aws.rekognition.FaceTables;
import dev.riderphotos.aws.rekognition.RekognitionCollection;
import dev.riderphotos.aws.rekognition.RekognitionFaceCollections;
import dev.riderphotos.aws.rekognition.RekognitionFaceDetector;
import dev.riderphotos.aws.rekognition.RekognitionRiderFaces;
import dev.riderphotos.aws.rekognition.RiderFacesSettings;
import dev.riderphotos.aws.s3.S3PhotoStore;
import dev.riderphotos.photo.Thumbnailer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Faces by Amazon Rekognition. */
@Factory
@Requires(property = Adapters.FACES, value = RekognitionFacesFactory.NAME)
final class RekognitionFacesFactory {
  static final String NAME = "rekognition";

  @Singleton
  RekognitionFaceDetector detector(
      RekognitionClient rekognition, Thumbnailer thumbnailer, Optional<S3PhotoStore> inS3) {
    return new RekognitionFaceDetector(rekognition, inS3.isPresent(), thumbnailer);
  }

  @Singleton
  RekognitionRiderFaces collection(
      RekognitionClient rekognition,
      DynamoDbClient dynamoDb,
      FaceTables tables,
      Settings.Faces faces,
      Settings.Aws aws,
      Settings.Riders riders,
      InstantSource clock) {
    RiderFacesSettings terms =
        Settings.valid(
            "riders.duplicate-similarity",
            () ->
                new RiderFacesSettings(
                    faces.collection(),
                    tables,
                    riders.duplicateRule().similarity(),
                    aws.faceModel()));
    return new RekognitionRiderFaces(rekognition, dynamoDb, terms, clock);
  }

  @Singleton
  RekognitionFaceCollections collections(
      RekognitionClient rekognition, Thumbnailer thumbnailer, Optional<S3PhotoStore> inS3) {
    return new RekognitionFaceCollections(rekognition, inS3.isPresent(), thumbnailer);
  }

  @Singleton
  FaceTables tables(Settings.AwsTables tables) {
    return new FaceTables(tables.faces(), tables.claims());
  }

  @Singleton
  @Named("rekognition")
  AwsResources resources(
      RekognitionClient rekognition,
      DynamoDbClient dynamoDb,
      FaceTables tables,
      Settings.Faces faces,
      Settings.Gallery gallery,
      Settings.Aws aws) {
    return AwsResources.of(
        new DynamoDbTable(dynamoDb, FaceTables.faces(tables.faces())),
        new DynamoDbTable(dynamoDb, FaceTables.claims(tables.claims())),
        new RekognitionCollection(rekognition, faces.collection(), aws.faceModel()),
        new RekognitionCollection(rekognition, gallery.collection(), null));
  }
}
