package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.dynamodb.DynamoDbTable;
import dev.riderphotos.aws.rekognition.FaceTables;
import dev.riderphotos.aws.rekognition.RekognitionCollection;
import dev.riderphotos.aws.rekognition.RekognitionCollectionUsers;
import dev.riderphotos.aws.rekognition.RekognitionFaceCollections;
import dev.riderphotos.aws.rekognition.RekognitionFaceDetector;
import dev.riderphotos.aws.rekognition.RekognitionRiderFaces;
import dev.riderphotos.aws.rekognition.RiderFacesSettings;
import dev.riderphotos.aws.s3.S3PhotoStore;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.migration.DuplicateBar;
import dev.riderphotos.photo.Thumbnailer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Has Amazon Rekognition find and compare faces. */
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
      LiveCollections live,
      FaceCounterparts counterparts,
      @Named("riders") KeptCollection kept,
      Settings.Riders riders,
      Settings.Reviews reviews,
      InstantSource clock) {
    RiderFacesSettings settings =
        new RiderFacesSettings(kept, tables, riders.duplicateRule(), reviews.nearness(riders));
    return new RekognitionRiderFaces(rekognition, dynamoDb, settings, live, counterparts, clock);
  }

  @Singleton
  RekognitionFaceCollections collections(
      RekognitionClient rekognition,
      Thumbnailer thumbnailer,
      Optional<S3PhotoStore> inS3,
      LiveNames live) {
    return new RekognitionFaceCollections(rekognition, inS3.isPresent(), thumbnailer, live::all);
  }

  @Singleton
  RekognitionCollectionUsers users(
      RekognitionClient rekognition, Thumbnailer thumbnailer, Optional<S3PhotoStore> inS3) {
    return new RekognitionCollectionUsers(rekognition, inS3.isPresent(), thumbnailer);
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
      List<KeptCollection> kept,
      LiveNames live) {
    Stream<AwsResource> ofFaces =
        tables.definitions().stream().map(table -> new DynamoDbTable(dynamoDb, table));
    Stream<AwsResource> collections =
        kept.stream()
            .map(
                collection ->
                    new RekognitionCollection(
                        rekognition, collection, () -> live.of(collection), live.asking()));
    return new AwsResources(Stream.concat(ofFaces, collections).toList());
  }

  @Singleton
  DuplicateBar duplicateBar(Settings.Riders riders) {
    double similarity = riders.duplicateRule().similarity();
    return (_, _) -> similarity;
  }
}
