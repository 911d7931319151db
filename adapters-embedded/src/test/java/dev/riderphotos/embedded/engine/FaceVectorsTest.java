package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.engine.FaceVectors.Neighbour;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaceVectorsTest {
  /** Lengths that end in the middle of what is added up at once are among them. */
  static List<Arguments> distances() {
    return List.of(1, 100, 128, 192, 640, 2048).stream()
        .flatMap(
            length ->
                Stream.of(
                    Arguments.of(new PlainDistance(), length),
                    Arguments.of(new VectorDistance(), length)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("distances")
  void findsExactlyWhatIsNearWhateverIsAddedAndRemoved(SquaredDistance distance, int length) {
    Random random = new Random(7);
    FaceVectors vectors = new FaceVectors(length, distance, _ -> {});
    Map<Long, float[]> model = new TreeMap<>();
    for (long number = 0; number < 1500; number++) {
      float[] descriptor = descriptor(random, length);
      vectors.add(number, descriptor);
      model.put(number, descriptor);
      if (random.nextInt(3) == 0) {
        long gone = random.nextLong(number + 1);
        vectors.remove(gone);
        model.remove(gone);
      }
    }
    assertThat(vectors.size()).isEqualTo(model.size());
    for (int i = 0; i < 20; i++) {
      float[] query = descriptor(random, length);
      assertThat(numbers(vectors.within(0.8, query)))
          .containsExactlyInAnyOrderElementsOf(near(model, query, 0.8));
    }
  }

  @ParameterizedTest
  @MethodSource("distances")
  void theNearestComesFirst(SquaredDistance distance, int length) {
    FaceVectors vectors = new FaceVectors(length, distance, _ -> {});
    for (int number = 9; number >= 0; number--) {
      float[] descriptor = new float[length];
      descriptor[length - 1] = number / 10f;
      vectors.add(number, descriptor);
    }
    assertThat(numbers(vectors.within(0.35, new float[length]))).containsExactly(0L, 1L, 2L, 3L);
  }

  private static List<Long> near(Map<Long, float[]> model, float[] query, double limit) {
    return model.entrySet().stream()
        .filter(entry -> distance(entry.getValue(), query) <= limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double distance(float[] descriptor, float[] query) {
    double sum = 0;
    for (int i = 0; i < query.length; i++) {
      sum += Math.pow(descriptor[i] - query[i], 2);
    }
    return Math.sqrt(sum);
  }

  private static List<Long> numbers(List<Neighbour> neighbours) {
    return neighbours.stream().map(Neighbour::number).toList();
  }

  /** Of about the length that makes two of them 0.85 apart. */
  private static float[] descriptor(Random random, int length) {
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = (float) (random.nextGaussian() * 0.6 / Math.sqrt(length));
    }
    return floats;
  }
}
