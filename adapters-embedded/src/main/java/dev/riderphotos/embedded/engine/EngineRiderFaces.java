package dev.riderphotos.embedded.engine;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The riders' collection, of our own engine's faces: kept in SQLite, searched in memory, exactly.
 * Writes happen one after the other, so that what {@link #register} searched is what it inserts
 * into.
 */
public final class EngineRiderFaces implements RiderFaces, HealthChecked {
  private final LoadedCollections collections;
  private final CollectionId id;
  private final FaceModel model;
  private final DuplicateRule rule;

  /**
   * Reads nothing yet.
   *
   * @param id made when the first face is registered
   * @param model whose prints it takes; a collection stays with the model it was made with
   */
  public EngineRiderFaces(
      LoadedCollections collections, CollectionId id, FaceModel model, DuplicateRule rule) {
    this.collections = collections;
    this.id = id;
    this.model = model;
    this.rule = rule;
  }

  @Override
  public List<FaceMatch> search(FacePrint print, double minSimilarity, int limit) {
    float[] query = EnginePrint.floats(model.version(), print);
    double maxDistance = model.similarity().distance(minSimilarity);
    return collection().stream()
        .flatMap(collection -> matches(collection, query, maxDistance))
        .limit(limit)
        .toList();
  }

  @Override
  public Registration register(NewFace face) {
    float[] descriptor = EnginePrint.floats(model.version(), face.face().print());
    return collections.write(
        () -> register(ofOurModel(collections.findOrCreate(id, model)), face, descriptor));
  }

  @Override
  public Optional<IndexedFace> find(FaceId face) {
    return collection()
        .flatMap(collection -> collection.faces().byId(face))
        .map(SqliteFaces.Numbered::face);
  }

  @Override
  public void delete(FaceId face) {
    change(collection -> collection.delete(List.of(face)));
  }

  @Override
  public void deleteFacesOf(ImageId image) {
    change(collection -> collection.deleteFacesOf(image));
  }

  @Override
  public long size() {
    return collection().map(LoadedCollection::size).orElse(0);
  }

  @Override
  public String name() {
    return "face collection (engine)";
  }

  @Override
  public void check() {
    Optional<LoadedCollection> _ = collection();
  }

  private Registration register(LoadedCollection collection, NewFace face, float[] descriptor) {
    List<IndexedFace> earlier = collection.faces().byImage(face.image());
    if (!earlier.isEmpty()) {
      return new Registration.Registered(earlier.getFirst());
    }
    Optional<FaceMatch> bar =
        matches(collection, descriptor, DuplicateDistance.most(model, rule, collection.size()))
            .filter(face::isBarredBy)
            .findFirst();
    return bar.<Registration>map(Registration.Duplicate::new)
        .orElseGet(() -> new Registration.Registered(insert(collection, face, descriptor)));
  }

  private static IndexedFace insert(LoadedCollection collection, NewFace face, float[] descriptor) {
    IndexedFace indexed =
        new IndexedFace(
            new FaceId(UUID.randomUUID().toString()),
            face.image(),
            face.externalImageId(),
            face.face().detail().box(),
            face.face().detail().confidence());
    collection.insert(List.of(new DescribedFace(indexed, descriptor)));
    return indexed;
  }

  private Stream<FaceMatch> matches(
      LoadedCollection collection, float[] query, double maxDistance) {
    double duplicate = DuplicateDistance.most(model, rule, collection.size());
    return collection
        .near(query, maxDistance)
        .map(near -> new FaceMatch(near.face(), near.similarity(), near.distance() <= duplicate));
  }

  private void change(Consumer<LoadedCollection> change) {
    boolean _ =
        collections.write(
            () -> {
              collection().ifPresent(change);
              return true;
            });
  }

  /** Empty before the first face is registered. */
  private Optional<LoadedCollection> collection() {
    return collections.find(id).map(this::ofOurModel);
  }

  private LoadedCollection ofOurModel(LoadedCollection collection) {
    if (!collection.model().version().equals(model.version())) {
      throw new BackendException(
          "use the face collection, which was made with model %1$s: set faces.model to %1$s"
              .formatted(collection.model().version()),
          false,
          new IllegalStateException("faces.model is " + model.version()));
    }
    return collection;
  }
}
