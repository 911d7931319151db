package dev.riderphotos.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

class OldFaceTest {
  private static final int WIDTH = 16;
  private static final int HEIGHT = 8;

  @Test
  void theBoxIsCutOutWithAQuarterAround() {
    Picture face = OldFace.cutOut(photo(), new BoundingBox(0.5, 0.5, 0.25, 0.25), List.of());

    assertThat(face.width()).isEqualTo(6);
    assertThat(face.height()).isEqualTo(4);
    assertThat(at(face, 0, 0)).isEqualTo(pixel(7, 3));
    assertThat(at(face, 5, 3)).isEqualTo(pixel(12, 6));
  }

  @Test
  void whatLiesOutsideThePictureIsLeftOut() {
    Picture face = OldFace.cutOut(photo(), new BoundingBox(-0.5, -0.5, 2, 2), List.of());

    assertThat(face.width()).isEqualTo(WIDTH);
    assertThat(face.height()).isEqualTo(HEIGHT);
    assertThat(face.bgr()).isEqualTo(photo().bgr());
  }

  @Test
  void othersAreGreyed() {
    BoundingBox all = new BoundingBox(0, 0, 1, 1);
    Picture face =
        OldFace.cutOut(
            photo(),
            all,
            List.of(new BoundingBox(0.75, 0.5, 1, 1), new BoundingBox(-1, -1, 0.5, 0.5)));

    assertThat(at(face, 12, 4)).isEqualTo(128);
    assertThat(at(face, 15, 7)).isEqualTo(128);
    assertThat(at(face, 11, 4)).isEqualTo(pixel(11, 4));
    assertThat(at(face, 12, 3)).isEqualTo(pixel(12, 3));
    assertThat(at(face, 1, 1)).isEqualTo(pixel(1, 1));
  }

  @Test
  void theSmallestFaceHasAPixel() {
    Picture face = OldFace.cutOut(photo(), new BoundingBox(0.999, 0.999, 0.001, 0.001), List.of());

    assertThat(face.width() * face.height()).isEqualTo(1);
  }

  private static Picture photo() {
    byte[] bgr = new byte[3 * WIDTH * HEIGHT];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      bgr[3 * i] = (byte) pixel(i % WIDTH, i / WIDTH);
    }
    return new Picture(PhotoFormat.PNG, WIDTH, HEIGHT, bgr, () -> {});
  }

  private static int pixel(int x, int y) {
    return 16 * y + x == 128 ? 127 : 16 * y + x;
  }

  private static int at(Picture picture, int x, int y) {
    return picture.bgr()[3 * (y * picture.width() + x)] & 0xFF;
  }
}
