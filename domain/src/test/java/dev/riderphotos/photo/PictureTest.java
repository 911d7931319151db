package dev.riderphotos.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PictureTest {
  @Test
  void hasALargerOneOnlyIfPixelsWereLeftOut() {
    AtomicInteger asked = new AtomicInteger();
    Function<Double, Optional<LargerPicture>> larger =
        _ -> {
          asked.incrementAndGet();
          return Optional.empty();
        };
    Picture whole = new Picture(PhotoFormat.JPEG, 2, 1, new byte[6], 1, larger, () -> {});
    Picture reduced = new Picture(PhotoFormat.JPEG, 2, 1, new byte[6], 4, larger, () -> {});
    assertThat(whole.larger(2)).isEmpty();
    assertThat(asked.get()).isZero();
    assertThat(reduced.larger(2)).isEmpty();
    assertThat(asked.get()).isOne();
    assertThat(new Picture(PhotoFormat.PNG, 2, 1, new byte[6], () -> {}).reduction()).isOne();
  }

  @Test
  void needsThreeBytesForEachPixel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Picture(PhotoFormat.PNG, 2, 2, new byte[11], () -> {}));
  }
}
