package dev.riderphotos.photo;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PictureTest {
  @Test
  void needsThreeBytesForEachPixel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Picture(PhotoFormat.PNG, 2, 2, new byte[11], () -> {}));
  }
}
