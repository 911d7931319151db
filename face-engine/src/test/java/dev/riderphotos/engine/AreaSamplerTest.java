package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaSamplerTest {
  /** Every second column is white. */
  private final RgbImage stripes = stripes(64, 64);

  @Test
  void copiesWhatIsNotScaled() {
    Patch patch = AreaSampler.sample(stripes, new Similarity(1, 0, 0, 0), 8);
    assertThat(patch.luma(0, 3)).isCloseTo(0, within(0.01f));
    assertThat(patch.luma(1, 3)).isCloseTo(255, within(0.01f));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void averagesWhatIsShrunk(int factor) {
    Patch patch = AreaSampler.sample(stripes, new Similarity(factor, 0, 0, 0), 8);
    assertThat(patch.luma(4, 4)).isCloseTo(127.5f, within(0.01f));
  }

  @Test
  void repeatsThePicturesEdges() {
    RgbImage red = Pictures.plain(4, 4, 0xFF0000);
    Patch patch = AreaSampler.sample(red, new Similarity(5, 0, -100, -100), 8);
    assertThat(patch.luma(0, 0)).isCloseTo(0.299f * 255, within(0.01f));
  }

  @Test
  void turns() {
    // A quarter turn: the patch's x axis goes down the picture.
    Patch patch = AreaSampler.sample(stripes, new Similarity(0, 1, 64, 0), 8);
    assertThat(patch.luma(3, 0)).isCloseTo(255, within(0.01f));
    assertThat(patch.luma(3, 1)).isCloseTo(0, within(0.01f));
  }

  private static RgbImage stripes(int width, int height) {
    byte[] bytes = new byte[width * height * 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i / 3 % 2 == 0 ? 0 : 255);
    }
    return RgbImage.ofBgr(width, height, bytes);
  }
}
