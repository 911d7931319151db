package dev.riderphotos.imaging;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A block that makes no sense says that the picture is upright. */
class ExifFuzzTest {
  static Stream<byte[]> blocks() {
    return Stream.of(
        Jpegs.exif(6, ByteOrder.LITTLE_ENDIAN),
        Jpegs.exif(3, ByteOrder.BIG_ENDIAN),
        Jpegs.exifLong(8, ByteOrder.BIG_ENDIAN));
  }

  @MethodSource("blocks")
  @FuzzTest(maxDuration = "10m")
  void saysHowItIsTurned(byte[] block) {
    Orientation _ = ExifBlock.orientation(ByteBuffer.wrap(block));
  }
}
