package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LibraryResizeTest {
  private static final Normalisation AS_IS = new Normalisation(0, 0, 0, 1);
  private static final float GREY = 128;

  // Two pixels beside each other, of red 10 and 30, green 0 and 100.
  private final RgbImage pair = RgbImage.ofBgr(2, 1, new byte[] {0, 0, 10, 0, 100, 30});

  @Test
  void looksAtTheCornersOfPixels() {
    float[] red = red(4, planes -> LibraryResize.cornered(pair, Crop.whole(pair), planes));
    assertThat(red).startsWith(10, 20, 30, 30);
  }

  @Test
  void padsWithBlackBelowOrOnBothSides() {
    float[] cornered = red(2, planes -> LibraryResize.cornered(pair, Crop.whole(pair), planes));
    assertThat(cornered).containsExactly(10, 30, 0, 0);
    RgbImage row = Pictures.plain(3, 1, 0x400000);
    float[] centred = red(3, planes -> LibraryResize.centred(row, Crop.whole(row), planes));
    assertThat(centred).containsExactly(0, 0, 0, 64, 64, 64, 0, 0, 0);
  }

  @Test
  void makesUpAGreyBorder() {
    Crop bordered = Crop.bordered(pair, 0.5);
    float[] red = red(4, planes -> LibraryResize.cornered(pair, bordered, planes));
    assertThat(red)
        .containsExactly(
            GREY, GREY, GREY, GREY, GREY, 10, 30, GREY, GREY, GREY, GREY, GREY, 0, 0, 0, 0);
  }

  @Test
  void keepsColoursInTheirPlanes() {
    FloatBuffer buffer = FloatBuffer.allocate(12);
    LibraryResize.cornered(pair, Crop.whole(pair), new InputPlanes(buffer, 0, 2, AS_IS));
    assertThat(buffer.array()).containsExactly(10, 30, 0, 0, 0, 100, 0, 0, 0, 0, 0, 0);
  }

  private static float[] red(int size, Consumer<InputPlanes> resize) {
    FloatBuffer buffer = FloatBuffer.allocate(3 * size * size);
    resize.accept(new InputPlanes(buffer, 0, size, AS_IS));
    return Arrays.copyOf(buffer.array(), size * size);
  }
}
