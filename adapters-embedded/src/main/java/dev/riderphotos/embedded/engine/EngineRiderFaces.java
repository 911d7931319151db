package dev.riderphotos.embedded.engine;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.embedded.vector.SquaredDistance;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.LiveFaces;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.OutdatedPrintException;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The riders' live collection, of our own engine's faces: kept in SQLite, searched in a mapped
 * file, exactly. Writes happen one after the other, so that what {@link #register} searched is what
 * it inserts into, and is live.
 */
public final class EngineRiderFaces implements RiderFaces, RegistrationTurn, HealthChecked {
  /** Those that are left out, of the same rider or exempted, are no more most often. */
  private static final int FEW = 4;

  private final LoadedCollections collections;
  private final LiveFaces live;
  private final FaceModel first;
  private final DuplicateRule rule;
  private final @Nullable DuplicateRule nearness;

  /**
   * Reads nothing yet.
   *
   * @param live says which collection it is, which is made when the first face is registered
   * @param first the model that it is then made with
   */
  public EngineRiderFaces(
      LoadedCollections collections,
      LiveCollections live,
      FaceCounterparts counterparts,
      FaceModel first,
      DuplicateRule rule) {
    this(collections, live, counterparts, first, rule, null);
  }

  /**
   * Reads nothing yet.
   *
   * @param live says which collection it is, which is made when the first face is registered
   * @param first the model that it is then made with
   * @param nearness which two faces are near enough for people to look at both; {@code null}: none
   */
  public EngineRiderFaces(
      LoadedCollections collections,
      LiveCollections live,
      FaceCounterparts counterparts,
      FaceModel first,
      DuplicateRule rule,
      @Nullable DuplicateRule nearness) {
    this.collections = collections;
    this.live = new LiveFaces(Role.RIDERS, live, counterparts);
    this.first = first;
    this.rule = rule;
    this.nearness = nearness;
  }

  @Override
  public <T> T whileNobodyRegisters(Supplier<T> work) {
    return collections.write(work);
  }

  @Override
  public List<FaceMatch> search(FacePrint print, double minSimilarity, int limit) {
    Optional<LoadedCollection> searched = collection();
    FaceModel model = searched.map(LoadedCollection::model).orElse(first);
    float[] query = EnginePrint.floats(model.version(), print);
    double maxDistance = model.similarity().distance(minSimilarity);
    return searched.stream()
        .flatMap(collection -> matches(collection, query, maxDistance, limit))
        .limit(limit)
        .toList();
  }

  @Override
  public OptionalDouble similarity(FacePrint print, FaceId face, double least) {
    FaceModel model = collection().map(LoadedCollection::model).orElse(first);
    float[] query = EnginePrint.floats(model.version(), print);
    return descriptor(face)
        .map(known -> OptionalDouble.of(similarity(model, query, known)))
        .orElseGet(OptionalDouble::empty);
  }

  private static double similarity(FaceModel model, float[] one, float[] other) {
    if (one.length != other.length) {
      throw new OutdatedPrintException(); // the collection was switched in between
    }
    float squared = SquaredDistance.fastest().between(one, other, 0, Float.MAX_VALUE);
    return model.similarity().similarity(Math.sqrt(squared));
  }

  @Override
  public Registration register(NewFace face) {
    return collections.write(() -> register(face, live.collection()));
  }

  private Registration register(NewFace face, CollectionId id) {
    FaceModel model = collections.modelOf(id).orElse(first);
    float[] descriptor = EnginePrint.floats(model.version(), face.face().print());
    LoadedCollection collection = collections.findOrCreate(id, first);
    FaceMatch nearest = nearest(collection, face, descriptor);
    Registration answer =
        registeredFrom(face.image())
            .<Registration>map(earlier -> new Registration.Registered(earlier, nearest))
            .orElseGet(() -> register(collection, face, descriptor, nearest));
    if (answer instanceof Registration.Registered(IndexedFace registered, var _)) {
      elsewhere(face.image(), id)
          .forEach((other, faces) -> faces.forEach(same -> pair(id, registered, other, same)));
    }
    return answer;
  }

  @Override
  public Optional<IndexedFace> registeredFrom(ImageId image) {
    CollectionId id = live.collection();
    return Stream.concat(
            collections.faces(id).byImage(image).stream(),
            elsewhere(image, id).values().stream()
                .flatMap(List::stream)
                .flatMap(face -> find(face.id()).stream()))
        .findFirst();
  }

  private void pair(CollectionId id, IndexedFace face, CollectionId other, IndexedFace same) {
    if (live.in(id, same.id()).isEmpty()) {
      live.pair(other, same.id(), id, face.id());
    }
  }

  /** The faces of an image that were registered when another collection was live. */
  private Map<CollectionId, List<IndexedFace>> elsewhere(ImageId image, CollectionId now) {
    Map<CollectionId, List<IndexedFace>> elsewhere = new LinkedHashMap<>();
    live.collections().stream()
        .filter(other -> !other.equals(now))
        .forEach(other -> elsewhere.put(other, collections.faces(other).byImage(image)));
    return elsewhere;
  }

  @Override
  public Optional<IndexedFace> find(FaceId face) {
    CollectionId id = live.collection();
    return collections
        .faces(id)
        .byId(live.in(id, face).orElse(face))
        .map(SqliteFaces.Numbered::face);
  }

  @Override
  public Optional<float[]> descriptor(FaceId face) {
    CollectionId id = live.collection();
    return collections.faces(id).descriptor(live.in(id, face).orElse(face));
  }

  @Override
  public void delete(FaceId face) {
    change(() -> delete(List.of(face)));
  }

  @Override
  public void deleteFacesOf(ImageId image) {
    change(
        () ->
            delete(
                live.collections().stream()
                    .flatMap(id -> collections.faces(id).byImage(image).stream())
                    .map(IndexedFace::id)
                    .toList()));
  }

  private void delete(List<FaceId> faces) {
    live.everywhere(faces).forEach((id, there) -> collections.deleteFaces(id, List.copyOf(there)));
    live.forget(faces);
  }

  @Override
  public double duplicateSimilarity(long faces) {
    FaceModel model = collection().map(LoadedCollection::model).orElse(first);
    return model.similarity().similarity(DuplicateDistance.most(model, rule, faces));
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

  private @Nullable FaceMatch nearest(
      LoadedCollection collection, NewFace face, float[] descriptor) {
    return nearness == null
        ? null
        : matches(
                collection,
                descriptor,
                DuplicateDistance.most(collection.model(), nearness, collection.size()),
                FEW)
            .filter(face::isToBeCompared)
            .findFirst()
            .orElse(null);
  }

  private Registration register(
      LoadedCollection collection, NewFace face, float[] descriptor, @Nullable FaceMatch nearest) {
    double duplicate = DuplicateDistance.most(collection.model(), rule, collection.size());
    double own = collection.model().similarity().distance(face.leastBarring());
    return matches(collection, descriptor, Math.max(duplicate, own), FEW)
        .filter(face::isBarredBy)
        .findFirst()
        .<Registration>map(Registration.Duplicate::new)
        .orElseGet(
            () -> new Registration.Registered(insert(collection, face, descriptor), nearest));
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
      LoadedCollection collection, float[] query, double maxDistance, int wanted) {
    double duplicate = DuplicateDistance.most(collection.model(), rule, collection.size());
    return collection
        .near(query, maxDistance, wanted)
        .map(near -> new FaceMatch(near.face(), near.similarity(), near.distance() <= duplicate));
  }

  private void change(Runnable change) {
    boolean _ =
        collections.write(
            () -> {
              change.run();
              return true;
            });
  }

  /** Empty before the first face is registered. */
  private Optional<LoadedCollection> collection() {
    return collections.find(live.collection());
  }
}
