package dev.riderphotos.engine.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.engine.FaceEngine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorOfBytesTest {
  private static final long[] SHAPE = {
    1, SsdMobilenetV1.INPUT_SIZE, SsdMobilenetV1.INPUT_SIZE, SsdMobilenetV1.PIXEL_BYTES
  };

  @TempDir private Path folder;

  @Test
  void signedOrNotItsWeightsAreTheSameNumbers() throws IOException {
    float[][] signed = run(new Networks(DetectorOfBytesTest::packed, null), true);
    float[][] unsigned = run(new Networks(DetectorOfBytesTest::packed, null), false);

    for (int output = 0; output < signed.length; output++) {
      assertThat(unsigned[output]).containsExactly(signed[output], within(1e-4f));
    }
  }

  @Test
  void itIsPreparedForTheNextStart() throws IOException {
    PreparedNetworks prepared = new PreparedNetworks(folder, "one");
    float[][] plain = run(new Networks(DetectorOfBytesTest::packed, null), true);
    float[][] made = run(new Networks(DetectorOfBytesTest::packed, prepared), true);
    float[][] kept = run(new Networks(DetectorOfBytesTest::none, prepared), true);

    assertThat(made).isDeepEqualTo(plain);
    assertThat(kept).isDeepEqualTo(plain);
  }

  private static float[][] run(Networks networks, boolean signed) throws IOException {
    try (networks) {
      Network network =
          networks.load(
              "detector",
              () -> SsdMobilenetV1.graphOfBytes(networks.weights(SsdMobilenetV1.NAME), signed),
              SHAPE);
      return network.runOfBytes(DetectorOfBytesTest::fill, SHAPE);
    }
  }

  private static void fill(ByteBuffer input) {
    byte[] bytes = new byte[input.capacity()];
    new Random(2).nextBytes(bytes);
    input.put(0, bytes);
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
