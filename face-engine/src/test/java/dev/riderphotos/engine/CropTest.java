package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CropTest {
  private final RgbImage image = Pictures.plain(100, 60, 0);

  @Test
  void floorsPositionAndSizeEachByItself() {
    assertThat(Crop.of(new Box(10.7f, 20.2f, 30.9f, 5.5f), image))
        .isEqualTo(new Crop(10, 20, 30, 5));
  }

  @Test
  void isCutOffBeforeItIsFloored() {
    assertThat(Crop.of(new Box(-0.5f, 50, 20.7f, 20), image)).isEqualTo(new Crop(0, 50, 20, 10));
    assertThat(Crop.of(new Box(-30, 0, 20, 20), image).isEmpty()).isTrue();
  }

  @Test
  void aBorderIsAShareOfTheLongerSide() {
    assertThat(Crop.bordered(image, 0.4)).isEqualTo(new Crop(-40, -40, 180, 140));
  }
}
