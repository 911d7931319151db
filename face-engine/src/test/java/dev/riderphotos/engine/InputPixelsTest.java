package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.engine.internal.network.SsdMobilenetV1;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class InputPixelsTest {
  private static final int SIZE = 2;

  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE * SIZE * SsdMobilenetV1.PIXEL_BYTES);
  private final InputPixels pixels = new InputPixels(bytes, new InputArea(SIZE, SIZE));

  @Test
  void theBytesOfAColourAreTogetherFourTimesAsMuch() {
    pixels.setRow(0, colours(0, 255), colours(127.5f, 64.25f), colours(200.2f, 99.7f), 1);

    assertThat(pixel(0, 0)).containsExactly(0, 0, 0, 0, 127, 127, 128, 128, 200, 200, 200, 201);
    assertThat(pixel(0, 1)).containsExactly(255, 255, 255, 255, 64, 64, 64, 65, 99, 100, 100, 100);
  }

  @Test
  void rowsLieOneAfterTheOther() {
    pixels.setRow(1, colours(1, 2), colours(3, 4), colours(5, 6), 1);

    assertThat(pixel(0, 1)).containsOnly(0);
    assertThat(pixel(1, 0)).containsExactly(1, 1, 1, 1, 3, 3, 3, 3, 5, 5, 5, 5);
    assertThat(pixel(1, 1)).containsExactly(2, 2, 2, 2, 4, 4, 4, 4, 6, 6, 6, 6);
  }

  /** After one that is not of the row. */
  private static float[] colours(float first, float second) {
    return new float[] {-1, first, second};
  }

  private int[] pixel(int y, int x) {
    int[] pixel = new int[SsdMobilenetV1.PIXEL_BYTES];
    for (int i = 0; i < pixel.length; i++) {
      pixel[i] = Byte.toUnsignedInt(bytes.get((y * SIZE + x) * pixel.length + i));
    }
    return pixel;
  }
}
