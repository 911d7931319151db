package dev.riderphotos.engine.internal.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final String MANIFEST =
      """
      [{"weights": [
          {"name": "a", "shape": [2, 1], "dtype": "float32",
           "quantization": {"dtype": "uint8", "scale": 0.5, "min": -1}},
          {"name": "b", "shape": [], "dtype": "float32"}],
        "paths": ["tiny_model.bin"]}]
      """;

  @Test
  void readsQuantizedAndPlainValuesBackToBack() throws IOException {
    Weights weights = weights(MANIFEST, 0, 255, 0, 0, 0x80, 0x3F);
    assertThat(weights.values("a")).containsExactly(-1, 126.5f);
    assertThat(weights.tensor("a").length(0)).isEqualTo(2);
    assertThat(weights.values("b")).containsExactly(1);
  }

  @Test
  void refusesFilesThatDoNotFitTogether() {
    assertThatIOException()
        .isThrownBy(() -> weights(MANIFEST, 0, 255, 0))
        .withMessage(
            "The weights of tiny are damaged: its manifest describes 6 bytes, its file has 3.");
    assertThatIOException().isThrownBy(() -> weights("[]"));
    assertThatIOException().isThrownBy(() -> weights("{\"weights\": [{"));
  }

  @Test
  void namesTheTensorThatIsNotThere() throws IOException {
    Weights weights = weights(MANIFEST, 0, 255, 0, 0, 0x80, 0x3F);
    assertThatIOException()
        .isThrownBy(() -> weights.values("c"))
        .withMessage("The weights of tiny are damaged: no tensor c.");
  }

  @Test
  void putsFiltersInOnnxOrder() {
    // Two rows of one column, one input, two outputs: TensorFlow has the outputs side by side.
    Tensor tensor = new Tensor(new int[] {2, 1, 1, 2}, new float[] {1, 10, 2, 20});
    Filters filters = Filters.full(tensor).times(new float[] {1, 3});
    assertThat(filters.outputs()).isEqualTo(2);
    assertThat(filters.values()).containsExactly(1, 2, 30, 60);
  }

  @Test
  void repeatsFiltersForTheirInputsParts() {
    // Two rows of one column, two inputs, one output.
    Tensor tensor = new Tensor(new int[] {2, 1, 2, 1}, new float[] {1, 3, 2, 4});
    Filters ofParts = Filters.full(tensor).forParts(2);
    assertThat(ofParts.inputs()).isEqualTo(4);
    assertThat(ofParts.values()).containsExactly(1, 2, 1, 2, 3, 4, 3, 4);
    assertThat(ofParts.sums()).containsExactly(20);
  }

  private static Weights weights(String manifest, int... binary) throws IOException {
    byte[] bytes = new byte[binary.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) binary[i];
    }
    return Weights.read(
        "tiny",
        name ->
            new ByteArrayInputStream(name.endsWith(".json") ? manifest.getBytes(UTF_8) : bytes));
  }
}
