package dev.riderphotos.imaging;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes before the first scan of a JPEG. */
class JpegHeaderFuzzTest {
  static Stream<byte[]> images() {
    return PhotoFuzzTest.images();
  }

  @MethodSource("images")
  @FuzzTest(maxDuration = "10m")
  void isReadOrDamaged(byte[] jpeg) {
    try {
      JpegFrame _ = JpegSegments.before(jpeg).frame();
    } catch (IOException damage) {
      // This is an answer; whatever else is thrown is a finding.
    }
  }
}
