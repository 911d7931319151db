package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.engine.FaceVectors.Neighbour;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.CollectionUsers.SimilarUser;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The users of one collection: their rows in SQLite, and the means of their faces in memory to be
 * searched. Searches run beside each other and beside a write, as in {@link LoadedCollection}.
 */
final class LoadedUsers {
  private final FaceModel model;
  private final SqliteUsers rows;
  private final UserMeans means;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  /**
   * Holds none of them yet.
   *
   * @param room as of {@link FaceVectors}
   */
  LoadedUsers(FaceModel model, SqliteUsers rows, LongConsumer room) {
    this.model = model;
    this.rows = rows;
    this.means = new UserMeans(model.length(), model.userSpread(), SquaredDistance.fastest(), room);
  }

  /** Reads them all, before others see them. */
  void read() {
    means.reserve(Math.toIntExact(rows.countWithFaces()));
    rows.forEach(means::add);
  }

  /** The rows may be read; after they were written, {@link #refresh} has to be told. */
  SqliteUsers rows() {
    return rows;
  }

  /** Says how many bytes the users take in memory. */
  long bytes() {
    return reading(means::bytes);
  }

  /** Has room for one user more, or refuses it. */
  void reserve() {
    writing(() -> means.reserve(1));
  }

  /** Those who look like a face, the most similar first; their rows are read as asked for. */
  Stream<SimilarUser> like(float[] face, double minSimilarity) {
    return similar(reading(() -> means.near(face, distance(minSimilarity))));
  }

  /** Those who look like a user, who is not among them. */
  Stream<SimilarUser> like(long user, double minSimilarity) {
    List<float[]> faces = rows.descriptors(user);
    List<Neighbour> near = reading(() -> means.near(faces, distance(minSimilarity)));
    return similar(near.stream().filter(other -> other.number() != user).toList());
  }

  /** How much a face looks like a user who has faces; 0 to 100. */
  double similarity(float[] face, List<float[]> ofUser) {
    return model.similarity().similarity(means.distance(face, ofUser));
  }

  /** Takes notice of what was written of these users. */
  void refresh(Collection<Long> users) {
    for (long user : users) {
      List<float[]> faces = rows.descriptors(user);
      writing(() -> means.put(user, faces));
    }
  }

  private double distance(double similarity) {
    return model.similarity().distance(similarity);
  }

  private Stream<SimilarUser> similar(List<Neighbour> near) {
    return near.stream()
        .flatMap(
            neighbour ->
                rows.byNumber(neighbour.number()).stream()
                    .map(
                        user ->
                            new SimilarUser(
                                user, model.similarity().similarity(neighbour.distance()))));
  }

  private <T> T reading(Supplier<T> work) {
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private void writing(Runnable work) {
    lock.writeLock().lock();
    try {
      work.run();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
