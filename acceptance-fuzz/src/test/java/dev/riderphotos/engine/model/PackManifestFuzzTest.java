package dev.riderphotos.engine.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.riderphotos.engine.testkit.TestPack;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a {@code pack.json} says, the pack is taken or refused with a sentence. */
class PackManifestFuzzTest {
  static Stream<byte[]> manifests() {
    byte[] noCharacters = {0, 0, 0, '{', 0x22, (byte) 0xFF, 0, 0};
    return Stream.of(
        TestPack.good().manifest().toJson(),
        "{}".getBytes(UTF_8),
        "[1]".getBytes(UTF_8),
        noCharacters);
  }

  @MethodSource("manifests")
  @FuzzTest(maxDuration = "10m")
  void isTakenOrRefused(byte[] json) {
    try {
      byte[] _ = PackManifest.read(json).toJson();
    } catch (PackRefusedException refused) {
      // This is an answer; whatever else is thrown is a finding.
    }
  }
}
