package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsUse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

/** A face collection, of one face model if need be. */
public final class RekognitionCollection implements AwsResource {
  private final RekognitionClient rekognition;
  private final String collection;
  private final @Nullable String faceModel;

  /**
   * Makes the collection of this id.
   *
   * @param faceModel the model that it must have been made with, or {@code null} for any
   */
  public RekognitionCollection(
      RekognitionClient rekognition, String collection, @Nullable String faceModel) {
    this.rekognition = rekognition;
    this.collection = collection;
    this.faceModel = faceModel;
  }

  @Override
  public Part check() {
    String name = faceModel == null ? collection : collection + " of face model " + faceModel;
    return AwsParts.check("collection " + name, this::isThere);
  }

  /** A collection of another model stays as it is: its faces are lost with it. */
  @Override
  public List<Part> create() {
    Part made =
        AwsParts.ensure(
            "collection " + collection,
            () -> modelOf(collection) != null,
            () -> rekognition.createCollection(request -> request.collectionId(collection)));
    return faceModel == null ? List.of(made) : List.of(made, check());
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(RekognitionUses.described(rekognition, collection));
  }

  /** AWS's page of the action's resources named collections once, and names none any more. */
  @Override
  public List<AwsUse> makes() {
    return List.of(
        new AwsUse("MakeCollections", Set.of("rekognition:CreateCollection"), Set.of(AwsUse.ANY)));
  }

  private boolean isThere() {
    String model = modelOf(collection);
    return model != null && (faceModel == null || faceModel.equals(model));
  }

  private @Nullable String modelOf(String name) {
    try {
      return rekognition
          .describeCollection(request -> request.collectionId(name))
          .faceModelVersion();
    } catch (ResourceNotFoundException absent) {
      return null;
    }
  }
}
