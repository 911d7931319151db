package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.KeptCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

/** The face collection of a role, of one face model if need be. */
public final class RekognitionCollection implements AwsResource {
  private final RekognitionClient rekognition;
  private final KeptCollection kept;
  private final Supplier<CollectionId> live;
  private final List<AwsUse> asking;

  /**
   * Asks for nothing yet.
   *
   * @param live which collection it is
   * @param asking what {@code live} needs to be allowed
   */
  public RekognitionCollection(
      RekognitionClient rekognition,
      KeptCollection kept,
      Supplier<CollectionId> live,
      List<AwsUse> asking) {
    this.rekognition = rekognition;
    this.kept = kept;
    this.live = live;
    this.asking = List.copyOf(asking);
  }

  @Override
  public Part check() {
    return check(live.get());
  }

  private Part check(CollectionId collection) {
    String model = kept.modelOf(collection);
    String name = model == null ? collection.value() : collection + " of face model " + model;
    return AwsParts.check("collection " + name, () -> isThere(collection, model));
  }

  /** A collection of another model stays as it is: its faces are lost with it. */
  @Override
  public List<Part> create() {
    CollectionId collection = live.get();
    Part made =
        AwsParts.ensure(
            "collection " + collection,
            () -> modelOf(collection) != null,
            () ->
                rekognition.createCollection(request -> request.collectionId(collection.value())));
    return kept.modelOf(collection) == null ? List.of(made) : List.of(made, check(collection));
  }

  @Override
  public List<AwsUse> uses() {
    List<AwsUse> uses = new ArrayList<>(asking);
    uses.add(RekognitionUses.described(rekognition, live.get().value()));
    return uses;
  }

  /** AWS's page of the action's resources named collections once, and names none any more. */
  @Override
  public List<AwsUse> makes() {
    return List.of(
        new AwsUse("MakeCollections", Set.of("rekognition:CreateCollection"), Set.of(AwsUse.ANY)));
  }

  private boolean isThere(CollectionId collection, @Nullable String wanted) {
    String model = modelOf(collection);
    return model != null && (wanted == null || wanted.equals(model));
  }

  private @Nullable String modelOf(CollectionId collection) {
    try {
      return rekognition
          .describeCollection(request -> request.collectionId(collection.value()))
          .faceModelVersion();
    } catch (ResourceNotFoundException absent) {
      return null;
    }
  }
}
