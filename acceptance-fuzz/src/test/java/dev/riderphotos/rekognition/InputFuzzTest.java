package dev.riderphotos.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.micronaut.serde.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of Rekognition's calls: their members are read, or refused in its words. */
class InputFuzzTest {
  private static final Input.Text SHORT = Input.Text.of(1, 255);

  private final ObjectMapper json = ObjectMapper.getDefault();

  static Stream<byte[]> bodies() {
    return Stream.of(
            "",
            "{}",
            "[]",
            "{\"Image\":{\"Bytes\":\"/9j/4AAQ\"},\"MaxFaces\":1e999,\"CollectionId\":null}",
            "{\"FaceIds\":[\"a\",\"b\"],\"FaceMatchThreshold\":-1,\"Name\":\"\\ud800\"}",
            "[".repeat(2_000),
            "{\"a\":".repeat(500))
        .map(body -> body.getBytes(UTF_8));
  }

  @MethodSource("bodies")
  @FuzzTest(maxDuration = "10m")
  void isReadOrRefused(byte[] body) {
    try {
      Input input = Input.read(json, body);
      var _ = input.textIfGiven("CollectionId", SHORT);
      var _ = input.textsIfGiven("FaceIds", 1, 4_096, SHORT);
      int _ = input.integer("MaxFaces", 1, 4_096, 1);
      double _ = input.number("FaceMatchThreshold", 0, 100, 80);
      var _ = input.structureIfGiven("Image").flatMap(image -> image.bytesIfGiven("Bytes"));
    } catch (RekognitionException refused) {
      // This is an answer; whatever else is thrown is a finding.
    }
  }
}
