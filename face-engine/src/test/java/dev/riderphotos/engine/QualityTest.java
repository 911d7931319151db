package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import org.junit.jupiter.api.Test;

class QualityTest {
  @Test
  void brightnessGoesFromBlackToWhite() {
    assertThat(brightness(0x000000)).isZero();
    assertThat(brightness(0x808080)).isCloseTo(50.2f, within(0.1f));
    assertThat(brightness(0xFFFFFF)).isCloseTo(100, within(0.1f));
  }

  @Test
  void sharpnessFallsWithEachEnlargement() {
    float sharp = sharpness(portrait(600));
    float enlarged = sharpness(portrait(75));
    float blurred = sharpness(portrait(37));
    assertThat(sharp).isGreaterThan(enlarged);
    assertThat(enlarged).isGreaterThan(blurred);
  }

  @Test
  void aPlainPictureIsNotSharp() {
    assertThat(sharpness(Pictures.plain(10, 10, 0x336699))).isZero();
  }

  private static RgbImage portrait(int side) {
    return Pictures.of(Portrait.of(Person.ADA).size(side, side).draw());
  }

  private static float brightness(int rgb) {
    RgbImage plain = Pictures.plain(700, 300, rgb);
    return Quality.brightness(plain, Crop.whole(plain));
  }

  /** Of the whole picture, as a chip of the usual size. */
  private static float sharpness(RgbImage image) {
    double scale = (double) image.width() / AlignedFace.CHIP_SIZE;
    Similarity whole = new Similarity(scale, 0, 0, 0);
    return Quality.sharpness(AreaSampler.sample(image, whole, AlignedFace.CHIP_SIZE));
  }
}
