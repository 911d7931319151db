package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.vector.Neighbour;
import dev.riderphotos.embedded.vector.SquaredDistance;
import dev.riderphotos.embedded.vector.TemporaryVectors;
import dev.riderphotos.embedded.vector.VectorFiles;
import java.util.Arrays;
import java.util.List;

/**
 * The means of users' faces, searched exactly. Not thread-safe.
 *
 * <p>A mean of many faces is nearer to everybody than a face is, by as much as the model says. So
 * that strangers score alike however many faces a user has, what is missing is added to the squared
 * distance: it lies behind each mean as two more coordinates, of which those that are searched fill
 * the first, and those that are searched for the second.
 */
final class UserMeans {
  private static final int MORE = 2;

  /** More than anybody asks for at once. */
  private static final int MOST = 8192;

  private final int length;
  private final double spread;
  private final TemporaryVectors means;

  /**
   * Holds none at first.
   *
   * @param length of a descriptor
   * @param spread what a mean of many faces lacks, squared
   */
  UserMeans(int length, double spread, VectorFiles files) {
    this.length = length;
    this.spread = spread;
    this.means = files.temporary(length + MORE);
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
    return means.nearest(Arrays.copyOf(face, length + MORE), maxDistance, MOST);
  }

  /** The users at most {@code maxDistance} away from one with these faces, the nearest first. */
  List<Neighbour> near(List<float[]> faces, double maxDistance) {
    return faces.isEmpty() ? List.of() : means.nearest(with(faces, length + 1), maxDistance, MOST);
  }

  /** How far a face is from a user with these faces, of which there is one at least. */
  double distance(float[] face, List<float[]> faces) {
    float[] query = Arrays.copyOf(face, length + MORE);
    return Math.sqrt(SquaredDistance.fastest().between(query, searched(faces), 0, Float.MAX_VALUE));
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
