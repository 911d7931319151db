package dev.riderphotos.embedded.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is searched for in two steps is what a plain loop finds, in the same order. */
class MappedVectorsTest {
  private static final double ALL = 1e6;
  private static final int MANY = 1000;

  @TempDir private Path folder;

  private enum Spread {
    /** Two are 0.85 apart, as two strangers' descriptors are. */
    STRANGERS,
    /** Many are as near as others, and many are the same. */
    GRID,
    /** Some numbers are so much larger than others that nothing is left of these in a byte. */
    UNEVEN,
    /** As large as what packs may make; or nothing at all. */
    LARGE
  }

  /** Lengths that end in the middle of what is added up at once are among them. */
  static List<Arguments> searches() {
    return Stream.of(1, 15, 100, 128, 640)
        .flatMap(
            length ->
                Stream.of(Spread.values())
                    .flatMap(
                        spread ->
                            Stream.of(
                                Arguments.of(plain(), length, spread),
                                Arguments.of(vectors(), length, spread))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("searches")
  void findsWhatAPlainLoopFinds(Search.Engine engine, int length, Spread spread) {
    Random random = new Random(7);
    Supplier<float[]> vectors = () -> vector(random, length, spread);
    Source source = new Source();
    BlockLayout layout = new BlockLayout(length);
    VectorFile file = new VectorFile(folder.resolve("vectors"), "riders", layout, 0);
    MappedVectors mapped = new MappedVectors(layout, file, source, 0, () -> engine, MANY);
    MappedVectors onAllCores = new MappedVectors(layout, file, source, 0, () -> engine, 1);
    for (long number = 1; number <= 1400; number++) {
      VectorChange added = source.add(MANY * 10 - number, vectors.get());
      mapped.apply(added);
      onAllCores.apply(added);
      if (random.nextInt(5) == 0) {
        VectorChange removed = source.remove(random.nextInt(source.size()));
        mapped.apply(removed);
        onAllCores.apply(removed);
      }
    }

    assertThat(mapped.size()).isEqualTo(source.size());
    for (int i = 0; i < 2; i++) {
      float[] query = i == 0 ? source.vector(i) : vectors.get();
      compare(mapped, onAllCores, source, engine, query);
    }
  }

  private static void compare(
      MappedVectors mapped,
      MappedVectors onAllCores,
      Source source,
      Search.Engine engine,
      float[] query) {
    SquaredDistance distance = engine.distance();
    List<Neighbour> all = source.nearest(distance, query, ALL, source.size(), null);
    assertThat(mapped.nearest(query, ALL, source.size(), null)).isEqualTo(all);
    for (int some : new int[] {1, 500}) {
      double limit = all.get(some).distance();
      for (int most : new int[] {3, 50}) {
        List<Neighbour> found = source.nearest(distance, query, limit, most, null);
        assertThat(mapped.nearest(query, limit, most, null)).isEqualTo(found);
        assertThat(onAllCores.nearest(query, limit, most, null)).isEqualTo(found);
        Neighbour last = found.isEmpty() ? all.getFirst() : found.getLast();
        assertThat(mapped.nearest(query, limit, most, last))
            .isEqualTo(source.nearest(distance, query, limit, most, last));
      }
    }
  }

  private static float[] vector(Random random, int length, Spread spread) {
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      float number = (float) (random.nextGaussian() * 0.6 / Math.sqrt(length));
      floats[i] =
          switch (spread) {
            case STRANGERS -> number;
            case GRID -> random.nextInt(i < 3 ? 3 : 1);
            case UNEVEN -> i == 0 ? 100 * number : number;
            case LARGE -> random.nextInt(10) == 0 ? 0 : 1000 * number;
          };
    }
    return floats;
  }

  private static Search.Engine plain() {
    return new Search.Engine(new PlainScan(), new PlainDistance());
  }

  private static Search.Engine vectors() {
    return new Search.Engine(new VectorScan(), new VectorDistance());
  }
}
