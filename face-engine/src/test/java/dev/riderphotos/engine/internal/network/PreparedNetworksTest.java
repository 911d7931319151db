package dev.riderphotos.engine.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.riderphotos.engine.FaceEngine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedNetworksTest {
  private static final int SIZE = FaceLandmark68.INPUT_SIZE;

  @TempDir private Path folder;

  @Test
  void whatIsKeptComputesTheSameAndNeedsNoWeights() throws IOException {
    float[] plain = landmarks(PreparedNetworksTest::packed, null);
    float[] made = landmarks(PreparedNetworksTest::packed, prepared("one"));
    float[] kept = landmarks(PreparedNetworksTest::none, prepared("one"));

    assertThat(made).containsExactly(plain);
    assertThat(kept).containsExactly(plain);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void whatIsDamagedIsMadeAnew() throws IOException {
    float[] made = landmarks(PreparedNetworksTest::packed, prepared("one"));
    Path file = kept().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatIOException()
        .isThrownBy(() -> landmarks(PreparedNetworksTest::none, prepared("one")))
        .withMessageContaining("missing");
    assertThat(landmarks(PreparedNetworksTest::packed, prepared("one"))).containsExactly(made);
    assertThat(landmarks(PreparedNetworksTest::none, prepared("one"))).containsExactly(made);
  }

  @Test
  void whatAnotherEngineKeptIsNotTakenAndGoes() throws IOException {
    float[] made = landmarks(PreparedNetworksTest::packed, prepared("one"));
    Path old = kept().getFirst();

    assertThatIOException()
        .isThrownBy(() -> landmarks(PreparedNetworksTest::none, prepared("another")));
    assertThat(landmarks(PreparedNetworksTest::packed, prepared("another"))).containsExactly(made);
    assertThat(old).doesNotExist();
    assertThat(kept()).hasSize(1);
  }

  @Test
  void twoThatKeepTheSameAtOnceDoNotMeet() throws Exception {
    float[] plain = landmarks(PreparedNetworksTest::packed, null);

    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<float[]>> made =
          IntStream.range(0, 4)
              .mapToObj(
                  _ -> all.submit(() -> landmarks(PreparedNetworksTest::packed, prepared("one"))))
              .toList();
      for (Future<float[]> one : made) {
        assertThat(one.get()).containsExactly(plain);
      }
    }
    assertThat(kept()).hasSize(1);
    assertThat(landmarks(PreparedNetworksTest::none, prepared("one"))).containsExactly(plain);
  }

  @Test
  void whatIsCutOffIsMadeAnew() throws IOException {
    float[] made = landmarks(PreparedNetworksTest::packed, prepared("one"));
    Path file = kept().getFirst();
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));

    assertThat(landmarks(PreparedNetworksTest::packed, prepared("one"))).containsExactly(made);
    assertThat(landmarks(PreparedNetworksTest::none, prepared("one"))).containsExactly(made);
  }

  @Test
  void aFolderThatIsGoneIsDoneWithout() throws IOException {
    float[] plain = landmarks(PreparedNetworksTest::packed, null);
    PreparedNetworks nowhere = new PreparedNetworks(folder.resolve("none"), "one");

    assertThat(landmarks(PreparedNetworksTest::packed, nowhere)).containsExactly(plain);
  }

  @Test
  void numbersAreKeptToo() throws IOException {
    float[] numbers = {1, -2.5f, Float.MIN_VALUE};

    assertThat(prepared("one").numbers("some", () -> numbers)).containsExactly(numbers);
    assertThat(prepared("one").numbers("some", () -> new float[0])).containsExactly(numbers);
    assertThat(prepared("two").numbers("some", () -> new float[0])).isEmpty();
  }

  private PreparedNetworks prepared(String key) {
    return new PreparedNetworks(folder, key);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static float[] landmarks(WeightFiles files, @Nullable PreparedNetworks prepared)
      throws IOException {
    try (Networks networks = new Networks(files, prepared)) {
      Network network =
          networks.load(
              FaceLandmark68.NAME,
              () -> FaceLandmark68.graph(networks.weights(FaceLandmark68.NAME)),
              1,
              3,
              SIZE,
              SIZE);
      return network.run(PreparedNetworksTest::fill)[0];
    }
  }

  private static void fill(FloatBuffer input) {
    Random random = new Random(2);
    for (int i = 0; i < input.capacity(); i++) {
      input.put(i, random.nextFloat());
    }
  }

  private static InputStream packed(String name) throws IOException {
    InputStream file = FaceEngine.class.getResourceAsStream("weights/" + name);
    if (file == null) {
      throw new FileNotFoundException(name);
    }
    return file;
  }

  private static InputStream none(String name) throws FileNotFoundException {
    throw new FileNotFoundException(name);
  }
}
