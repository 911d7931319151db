package dev.riderphotos.embedded.engine;

import dev.riderphotos.BackendException;
import dev.riderphotos.embedded.engine.FaceVectors.Neighbour;
import dev.riderphotos.embedded.engine.SqliteFaces.Deleted;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.CollectionUsers.FaceDeletion;
import dev.riderphotos.face.CollectionUsers.NotFound;
import dev.riderphotos.face.CollectionUsers.OfUser;
import dev.riderphotos.face.CollectionUsers.Undeleted;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One collection: its rows in SQLite, and its descriptors in memory to be searched. Searches run
 * beside each other and beside a write. Of writes {@link LoadedCollections#write} lets one happen
 * at a time.
 */
final class LoadedCollection {
  private final FaceModel model;
  private final SqliteFaces faces;
  private final FaceVectors vectors;
  private final LoadedUsers users;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  /**
   * Holds none of its faces yet.
   *
   * @param room as of {@link FaceVectors}
   */
  LoadedCollection(FaceModel model, SqliteFaces faces, SqliteUsers users, LongConsumer room) {
    this.model = model;
    this.faces = faces;
    this.vectors = new FaceVectors(model.length(), SquaredDistance.fastest(), room);
    this.users = new LoadedUsers(model, users, room);
  }

  /**
   * Reads them all, before others see it.
   *
   * @throws BackendException when one was described by another model than this, which nobody can
   *     compare
   */
  void read() {
    vectors.reserve(Math.toIntExact(faces.count()));
    faces.forEach(this::add);
    users.read();
  }

  private void add(long number, float[] descriptor) {
    if (descriptor.length != model.length()) {
      throw new BackendException(
          "read a collection: a face in it is described by %,d numbers, and the model %s has %,d"
              .formatted(descriptor.length, model.version(), model.length()),
          false,
          new IllegalStateException("face number " + number));
    }
    vectors.add(number, descriptor);
  }

  /** A face near the one searched for. */
  record Near(IndexedFace face, double distance, double similarity) {}

  FaceModel model() {
    return model;
  }

  /** The rows may be read; what is written to them and not through this object is not searched. */
  SqliteFaces faces() {
    return faces;
  }

  LoadedUsers users() {
    return users;
  }

  int size() {
    lock.readLock().lock();
    try {
      return vectors.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Says how many bytes the collection takes in memory. */
  long bytes() {
    lock.readLock().lock();
    try {
      return vectors.bytes() + users.bytes();
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
                    .map(face -> near(face, neighbour.distance())));
  }

  private Near near(IndexedFace face, double distance) {
    return new Near(face, distance, model.similarity().similarity(distance));
  }

  /** All of them or none: those that there is no memory for are not written either. */
  void insert(List<DescribedFace> described) {
    reserve(described.size());
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

  /** Deletes those that are nobody's. */
  FaceDeletion deleteNobodys(List<FaceId> ids) {
    List<FaceId> nobodys = new ArrayList<>();
    List<Undeleted> others = new ArrayList<>();
    for (FaceId id : new LinkedHashSet<>(ids)) {
      Optional<IndexedFace> face = faces.byId(id).map(SqliteFaces.Numbered::face);
      UserId user = face.map(IndexedFace::user).orElse(null);
      if (face.isEmpty()) {
        others.add(new NotFound(id));
      } else if (user != null) {
        others.add(new OfUser(id, user));
      } else {
        nobodys.add(id);
      }
    }
    delete(nobodys);
    return new FaceDeletion(nobodys, others);
  }

  /** Users' faces, too, who have them no longer. */
  void delete(List<FaceId> ids) {
    forget(faces.delete(ids));
  }

  private void reserve(int more) {
    lock.writeLock().lock();
    try {
      vectors.reserve(more);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void forget(List<Deleted> deleted) {
    lock.writeLock().lock();
    try {
      deleted.forEach(face -> vectors.remove(face.number()));
    } finally {
      lock.writeLock().unlock();
    }
    users.refresh(
        deleted.stream().map(Deleted::user).filter(Objects::nonNull).collect(Collectors.toSet()));
  }
}
