package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsResource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

/** A face collection, of one face model if need be. */
public final class RekognitionCollection implements AwsResource {
  private final RekognitionClient rekognition;
  private final String collection;
  private final @Nullable String faceModel;

  /**
   * Makes it.
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
