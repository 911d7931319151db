package dev.riderphotos.imaging;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes as a photo is opened or refused. */
class PhotoFuzzTest {
  private static final int LARGE = 100_000;

  private final OpenedOrRefused images = new OpenedOrRefused();

  static Stream<byte[]> images() {
    return HostileImages.all().values().stream().filter(it -> it.length < LARGE);
  }

  @MethodSource("images")
  @FuzzTest(maxDuration = "10m")
  void isOpenedOrRefused(byte[] image) {
    boolean _ = images.opened(image);
    boolean _ = images.openedFast(image);
  }
}
