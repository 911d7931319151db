package dev.riderphotos.embedded;

import dev.riderphotos.Backend;
import dev.riderphotos.BackendException;
import dev.riderphotos.embedded.FaceVectors.Neighbour;
import dev.riderphotos.face.FaceCollection;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.faces.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection of our own engine's faces: kept in SQLite, searched in memory, exactly. Writes
 * happen one after the other, so that what {@link #register} searched is what it inserts into.
 */
public final class EngineFaceCollection implements FaceCollection, Backend {
  private final SqliteFaces faces;
  private final ModelVersion version;
  private final DuplicateRule rule;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private volatile @Nullable FaceVectors vectors;

  /**
   * Reads nothing yet.
   *
   * @param name of the collection; made when it is first used
   * @param version whose prints it takes; a collection stays with the model it was made with
   */
  public EngineFaceCollection(
      Database database, String name, ModelVersion version, DuplicateRule rule) {
    this.faces = new SqliteFaces(database, name);
    this.version = version;
    this.rule = rule;
  }

  @Override
  public List<FaceMatch> search(FacePrint print, double minSimilarity, int limit) {
    float[] query = EnginePrint.floats(version, print);
    double maxDistance = SimilarityCurve.distance(minSimilarity);
    return matches(query, maxDistance).limit(limit).toList();
  }

  @Override
  public Registration register(NewFace face) {
    float[] descriptor = EnginePrint.floats(version, face.face().print());
    FaceVectors all = vectors();
    synchronized (faces) {
      Optional<IndexedFace> earlier = faces.byImage(face.image());
      if (earlier.isPresent()) {
        return new Registration.Registered(earlier.get());
      }
      Optional<FaceMatch> bar =
          matches(descriptor, rule.maxDistance(all.size())).filter(face::isBarredBy).findFirst();
      return bar.<Registration>map(Registration.Duplicate::new)
          .orElseGet(() -> new Registration.Registered(insert(face, descriptor)));
    }
  }

  @Override
  public Optional<IndexedFace> find(FaceId id) {
    return faces.byId(id);
  }

  @Override
  public void delete(FaceId id) {
    synchronized (faces) {
      remove(faces.delete(id));
    }
  }

  @Override
  public void deleteFacesOf(ImageId image) {
    synchronized (faces) {
      remove(faces.deleteByImage(image));
    }
  }

  @Override
  public long size() {
    return vectors().size();
  }

  @Override
  public String name() {
    return "face collection (engine)";
  }

  @Override
  public void check() {
    FaceVectors _ = vectors();
  }

  private IndexedFace insert(NewFace face, float[] descriptor) {
    IndexedFace indexed =
        new IndexedFace(
            new FaceId(UUID.randomUUID().toString()),
            face.image(),
            face.externalImageId(),
            face.face().detail().box(),
            face.face().detail().confidence());
    long number = faces.insert(indexed, EnginePrint.bytes(descriptor));
    FaceVectors all = vectors();
    lock.writeLock().lock();
    try {
      all.add(number, descriptor);
    } finally {
      lock.writeLock().unlock();
    }
    return indexed;
  }

  private void remove(List<Long> numbers) {
    FaceVectors all = vectors();
    lock.writeLock().lock();
    try {
      numbers.forEach(all::remove);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private Stream<FaceMatch> matches(float[] query, double maxDistance) {
    FaceVectors all = vectors();
    List<Neighbour> near;
    double duplicate;
    lock.readLock().lock();
    try {
      near = all.within(maxDistance, query);
      duplicate = rule.maxDistance(all.size());
    } finally {
      lock.readLock().unlock();
    }
    return near.stream().flatMap(neighbour -> match(neighbour, duplicate).stream());
  }

  private Optional<FaceMatch> match(Neighbour neighbour, double duplicate) {
    return faces
        .byNumber(neighbour.number())
        .map(
            face ->
                new FaceMatch(
                    face,
                    SimilarityCurve.similarity(neighbour.distance()),
                    neighbour.distance() <= duplicate));
  }

  /** Read from the database when they are first needed. */
  private FaceVectors vectors() {
    FaceVectors loaded = vectors;
    if (loaded != null) {
      return loaded;
    }
    synchronized (faces) {
      loaded = vectors;
      if (loaded == null) {
        loaded = load();
        vectors = loaded;
      }
      return loaded;
    }
  }

  private FaceVectors load() {
    String madeWith = faces.begin(version.id());
    if (!madeWith.equals(version.id())) {
      throw new BackendException(
          "use the face collection, which was made with model %1$s: set faces.model to %1$s"
              .formatted(madeWith),
          false,
          new IllegalStateException("faces.model is " + version.id()));
    }
    FaceVectors loading = new FaceVectors(SquaredDistance.fastest());
    faces.forEach((number, bytes) -> loading.add(number, EnginePrint.floats(bytes)));
    return loading;
  }
}
