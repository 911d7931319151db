package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Each of them has an answer, in little memory and little work. */
class HostileImagesTest {
  /** Of a picture of this size, decoded, turned and converted several times over. */
  private static final long FEW_BYTES = 120L << 20;

  private final OpenedOrRefused images = new OpenedOrRefused();

  @Test
  void areAnswered() {
    assertThat(HostileImages.all())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            (name, image) -> assertThatCode(() -> images.opened(image)).doesNotThrowAnyException());
  }

  @Test
  void areAnsweredTheSameByTheNativeDecoder() {
    assertThat(HostileImages.all())
        .allSatisfy(
            (name, image) -> assertThat(images.openedFast(image)).isEqualTo(images.opened(image)));
  }

  @Test
  void costLittleMemory() {
    assertThat(HostileImages.all())
        .allSatisfy((name, image) -> assertThat(allocated(image)).isLessThan(FEW_BYTES));
  }

  @Test
  void areRefusedWhenPixelsAreMissing() {
    assertThat(named(it -> it.startsWith("PNG torn at IHDR") || it.startsWith("PNG that claims")))
        .isNotEmpty()
        .allSatisfy((name, image) -> assertThat(images.opened(image)).isFalse());
  }

  /** What is beside the pixels keeps nobody from them. */
  @Test
  void areOpenedWhenTheirPixelsAreWhole() {
    assertThat(named(it -> it.startsWith("JPEG whose EXIF") || it.contains(" that is a ")))
        .isNotEmpty()
        .allSatisfy((name, image) -> assertThat(images.opened(image)).isTrue());
  }

  private static Map<String, byte[]> named(Predicate<String> name) {
    Map<String, byte[]> some = HostileImages.all();
    some.keySet().removeIf(name.negate());
    return some;
  }

  private long allocated(byte[] image) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    boolean _ = images.opened(image);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
