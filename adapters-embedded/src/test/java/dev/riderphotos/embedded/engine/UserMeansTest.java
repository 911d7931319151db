package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.Neighbour;
import dev.riderphotos.embedded.vector.TemporaryVectors;
import dev.riderphotos.embedded.vector.VectorFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserMeansTest {
  private static final int LENGTH = 128;
  private static final double SPREAD = 0.035;
  private static final double EVERYBODY = 10;

  @RegisterExtension private final Storage storage = new Storage();
  private final Random random = new Random(11);
  private UserMeans means;

  @BeforeEach
  void empty() {
    means = none();
  }

  @Test
  void distancesAreThoseOfTheFormulaWhateverIsPutAndTakenAway() {
    Map<Long, List<float[]>> model = new HashMap<>();
    for (int i = 0; i < 3000; i++) {
      long user = random.nextLong(800);
      List<float[]> faces = faces(random.nextInt(5));
      means.put(user, faces);
      model.put(user, faces);
    }
    model.values().removeIf(List::isEmpty);

    float[] face = face();
    assertDistances(means.near(face, EVERYBODY), model, List.of(face));
    List<float[]> user = faces(3);
    assertDistances(means.near(user, EVERYBODY), model, user);
    assertThat(means.near(List.of(), EVERYBODY)).isEmpty();
  }

  @Test
  void aUserOfOneFaceIsWhereTheFaceIs() {
    TemporaryVectors faces = VectorFiles.of(storage.folder()).temporary(LENGTH);
    for (long number = 0; number < 100; number++) {
      float[] face = face();
      faces.add(number, face);
      means.put(number, List.of(face));
    }
    float[] query = face();

    assertThat(means.near(query, 0.9)).isEqualTo(faces.nearest(query, 0.9, 100));
  }

  /** Each descriptor is a person's middle and what differs from photo to photo. */
  @Test
  void strangersAreAsFarHoweverManyFacesAUserHas() {
    for (int many : List.of(2, 5, 20, 100)) {
      assertThat(meanSquaredDistance(many)).isCloseTo(meanSquaredDistance(1), within(0.003));
    }
  }

  /** To users of so many faces, from a stranger's face. */
  private double meanSquaredDistance(int faces) {
    UserMeans others = none();
    for (long user = 0; user < 2000; user++) {
      float[] person = scaled(0.3);
      others.put(
          user, IntStream.range(0, faces).mapToObj(_ -> sum(person, scaled(SPREAD))).toList());
    }
    float[] stranger = new float[LENGTH];
    return others.near(stranger, EVERYBODY).stream()
        .mapToDouble(near -> near.distance() * near.distance())
        .average()
        .orElseThrow();
  }

  private UserMeans none() {
    return new UserMeans(LENGTH, SPREAD, VectorFiles.of(storage.folder()));
  }

  private void assertDistances(
      List<Neighbour> near, Map<Long, List<float[]>> model, List<float[]> query) {
    assertThat(near).hasSameSizeAs(model.keySet());
    for (Neighbour neighbour : near) {
      List<float[]> faces = model.getOrDefault(neighbour.number(), List.of());
      assertThat(faces).isNotEmpty();
      assertThat(neighbour.distance()).isCloseTo(distance(query, faces), within(1e-5));
    }
  }

  private static double distance(List<float[]> query, List<float[]> faces) {
    double sum = lacks(query) + lacks(faces);
    for (int i = 0; i < LENGTH; i++) {
      sum += Math.pow(mean(query, i) - mean(faces, i), 2);
    }
    return Math.sqrt(sum);
  }

  private static double lacks(List<float[]> faces) {
    return SPREAD * (1 - 1.0 / faces.size());
  }

  private static double mean(List<float[]> faces, int place) {
    return faces.stream().mapToDouble(face -> face[place]).average().orElseThrow();
  }

  private List<float[]> faces(int many) {
    List<float[]> faces = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      faces.add(face());
    }
    return faces;
  }

  private float[] face() {
    return scaled(0.36);
  }

  /** A random vector of this squared length on average. */
  private float[] scaled(double squared) {
    float[] vector = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      vector[i] = (float) (random.nextGaussian() * Math.sqrt(squared / LENGTH));
    }
    return vector;
  }

  private static float[] sum(float[] one, float[] other) {
    float[] sum = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      sum[i] = one[i] + other[i];
    }
    return sum;
  }
}
