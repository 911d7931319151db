package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.engine.FaceVectors.Neighbour;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The means of users' faces in memory, searched exactly and one by one. Not thread-safe.
 *
 * <p>A mean of many faces is nearer to everybody than a face is, by as much as the model says. So
 * that strangers score alike however many faces a user has, what is missing is added to the squared
 * distance: it lies behind each mean as two more coordinates, of which those that are searched fill
 * the first, and those that are searched for the second.
 */
final class UserMeans {
  private static final int MORE = 2;

  private final int length;
  private final double spread;
  private final SquaredDistance distance;
  private final FaceVectors means;

  /**
   * Holds none at first.
   *
   * @param length of a descriptor
   * @param spread what a mean of many faces lacks, squared
   * @param room as of {@link FaceVectors}
   */
  UserMeans(int length, double spread, SquaredDistance distance, LongConsumer room) {
    this.length = length;
    this.spread = spread;
    this.distance = distance;
    this.means = new FaceVectors(length + MORE, distance, room);
  }

  /** Says how many bytes so many users take in memory, whose descriptors are so long. */
  static long bytesOf(long users, int length) {
    return FaceVectors.bytesOf(users, length + MORE);
  }

  long bytes() {
    return means.bytes();
  }

  /** Has room for so many more, or refuses them. */
  void reserve(int more) {
    means.reserve(more);
  }

  /** From now on the user has these faces; one without any is not found. */
  void put(long user, List<float[]> faces) {
    means.remove(user);
    if (!faces.isEmpty()) {
      add(user, faces);
    }
  }

  /** As {@link #put}, of a user who is not there and has faces: nobody is looked for. */
  void add(long user, List<float[]> faces) {
    means.add(user, searched(faces));
  }

  /** The users at most {@code maxDistance} away from a face, the nearest first. */
  List<Neighbour> near(float[] face, double maxDistance) {
    return means.within(maxDistance, Arrays.copyOf(face, length + MORE));
  }

  /** The users at most {@code maxDistance} away from one with these faces, the nearest first. */
  List<Neighbour> near(List<float[]> faces, double maxDistance) {
    return faces.isEmpty() ? List.of() : means.within(maxDistance, with(faces, length + 1));
  }

  /** How far a face is from a user with these faces, of which there is one at least. */
  double distance(float[] face, List<float[]> faces) {
    float[] query = Arrays.copyOf(face, length + MORE);
    return Math.sqrt(distance.between(query, searched(faces), 0, Float.MAX_VALUE));
  }

  private float[] searched(List<float[]> faces) {
    return with(faces, length);
  }

  private float[] with(List<float[]> faces, int place) {
    float[] mean = Arrays.copyOf(mean(faces), length + MORE);
    mean[place] = (float) Math.sqrt(spread * (1 - 1.0 / faces.size()));
    return mean;
  }

  private float[] mean(List<float[]> faces) {
    float[] mean = new float[length];
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (float[] face : faces) {
        sum += face[i];
      }
      mean[i] = (float) (sum / faces.size());
    }
    return mean;
  }
}
