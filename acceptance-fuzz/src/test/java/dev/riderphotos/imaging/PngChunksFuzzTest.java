package dev.riderphotos.imaging;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.riderphotos.photo.PhotoFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The chunks of a PNG, whose signature has been looked at. */
class PngChunksFuzzTest {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  static Stream<byte[]> images() {
    return PhotoFuzzTest.images();
  }

  @MethodSource("images")
  @FuzzTest(maxDuration = "10m")
  void areReadOrDamaged(byte[] chunks) {
    byte[] png = Arrays.copyOf(SIGNATURE, SIGNATURE.length + chunks.length);
    System.arraycopy(chunks, 0, png, SIGNATURE.length, chunks.length);
    try {
      EncodedImage _ = EncodedImage.of(PhotoFormat.PNG, png);
    } catch (IOException damage) {
      // This is an answer; whatever else is thrown is a finding.
    }
  }
}
