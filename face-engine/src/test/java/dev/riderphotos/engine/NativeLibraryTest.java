package dev.riderphotos.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * ONNX Runtime 1.29 reports its use to Microsoft from every system, under an identifier that it
 * leaves in the home folder. An engine that promises to work without network must not.
 */
class NativeLibraryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux-x64/libonnxruntime.so",
        "linux-aarch64/libonnxruntime.so",
        "osx-aarch64/libonnxruntime.dylib"
      })
  void hasNoAddressToReportTo(String library) throws IOException {
    String name = "/ai/onnxruntime/native/" + library;
    try (InputStream bytes = OrtEnvironment.class.getResourceAsStream(name)) {
      assertThat(bytes).as(name).isNotNull();
      String text = new String(bytes.readAllBytes(), ISO_8859_1);
      assertThat(text.contains("events.data.microsoft.com")).as(name).isFalse();
    }
  }
}
