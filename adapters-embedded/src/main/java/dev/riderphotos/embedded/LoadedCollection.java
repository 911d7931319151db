package dev.riderphotos.embedded;

import dev.riderphotos.embedded.FaceVectors.Neighbour;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.faces.ModelVersion;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * One collection: its rows in SQLite, and its descriptors in memory to be searched. Searches run
 * beside each other and beside a write. Of writes {@link LoadedCollections#write} lets one happen
 * at a time.
 */
final class LoadedCollection {
  private final ModelVersion version;
  private final SqliteFaces faces;
  private final FaceVectors vectors = new FaceVectors(SquaredDistance.fastest());
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  private LoadedCollection(ModelVersion version, SqliteFaces faces) {
    this.version = version;
    this.faces = faces;
  }

  static LoadedCollection load(Database database, CollectionId id, ModelVersion version) {
    SqliteFaces faces = new SqliteFaces(database, id);
    LoadedCollection collection = new LoadedCollection(version, faces);
    faces.forEach(collection.vectors::add);
    return collection;
  }

  /** A face near the one searched for. */
  record Near(IndexedFace face, double distance) {
    double similarity() {
      return SimilarityCurve.similarity(distance);
    }
  }

  ModelVersion version() {
    return version;
  }

  /** To read from; what is written here and not through this object is not searched. */
  SqliteFaces faces() {
    return faces;
  }

  int size() {
    lock.readLock().lock();
    try {
      return vectors.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The nearest first; their rows are read as they are asked for. */
  Stream<Near> near(float[] descriptor, double maxDistance) {
    List<Neighbour> neighbours;
    lock.readLock().lock();
    try {
      neighbours = vectors.within(maxDistance, descriptor);
    } finally {
      lock.readLock().unlock();
    }
    return neighbours.stream()
        .flatMap(
            neighbour ->
                faces.byNumber(neighbour.number()).stream()
                    .map(face -> new Near(face, neighbour.distance())));
  }

  /** All of them or none. */
  void insert(List<DescribedFace> described) {
    List<Long> numbers = faces.insert(described);
    lock.writeLock().lock();
    try {
      for (int i = 0; i < numbers.size(); i++) {
        vectors.add(numbers.get(i), described.get(i).descriptor());
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  void delete(List<FaceId> ids) {
    forget(faces.delete(ids));
  }

  void deleteFacesOf(ImageId image) {
    forget(faces.deleteByImage(image));
  }

  private void forget(List<Long> numbers) {
    lock.writeLock().lock();
    try {
      numbers.forEach(vectors::remove);
    } finally {
      lock.writeLock().unlock();
    }
  }
}
