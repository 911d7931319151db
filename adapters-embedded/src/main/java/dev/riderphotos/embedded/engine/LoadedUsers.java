package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.vector.Neighbour;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.CollectionUsers.SimilarUser;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The users of one collection: their rows in SQLite, and the means of their faces, which are read
 * when they are first needed, to be searched. Searches run beside each other and beside a write, as
 * in {@link LoadedCollection}.
 */
final class LoadedUsers {
  private final FaceModel model;
  private final SqliteUsers rows;
  private final VectorFiles files;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private UserMeans means;
  private volatile boolean read;

  /** Reads none of them yet. */
  LoadedUsers(FaceModel model, SqliteUsers rows, VectorFiles files) {
    this.model = model;
    this.rows = rows;
    this.files = files;
    this.means = none();
  }

  /** The rows may be read; after they were written, {@link #refresh} has to be told. */
  SqliteUsers rows() {
    return rows;
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

  /** Takes notice of what was written of these users, unless they are read later. */
  void refresh(Collection<Long> users) {
    for (long user : users) {
      writing(
          () -> {
            if (read) {
              means.put(user, rows.descriptors(user));
            }
          });
    }
  }

  private void readAll() {
    writing(
        () -> {
          if (!read) {
            UserMeans all = none();
            rows.forEach(all::add);
            means = all;
            read = true;
          }
        });
  }

  private UserMeans none() {
    return new UserMeans(model.length(), model.userSpread(), files);
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
    if (!read) {
      readAll();
    }
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
