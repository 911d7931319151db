package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link FaceCropper} does. */
public abstract class FaceCropperContract {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 100;

  protected abstract FaceCropper cropper();

  @Test
  void cutsOutWhatTheBoxShows() {
    BufferedImage crop = crop(0.25, 0.5, 0.1, 0.2);
    assertThat(crop.getWidth()).isEqualTo(20);
    assertThat(crop.getHeight()).isEqualTo(20);
    assertThat(crop.getRGB(0, 0)).isEqualTo(rgb(50, 50));
    assertThat(crop.getRGB(19, 19)).isEqualTo(rgb(69, 69));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 1, 200, 100", // all of it
    "0.1, 0.1, 0.1249, 0.2599, 24, 25", // rounded down
    "-0.1, -0.2, 0.3, 0.5, 40, 30", // less what is left of it and above
    "0.9, 0.8, 0.3, 0.5, 20, 20", // less what is right of it and below
    "-1, -1, 3, 3, 200, 100", // all around it
    "0.5, 0.5, 0, 0, 1, 1" // nothing at all
  })
  void givesThePixelsOfTheBoxThatArePixelsOfThePicture(
      double left, double top, double width, double height, int pixelsWide, int pixelsHigh) {
    BufferedImage crop = crop(left, top, width, height);
    assertThat(crop.getWidth()).isEqualTo(pixelsWide);
    assertThat(crop.getHeight()).isEqualTo(pixelsHigh);
  }

  @ParameterizedTest
  @CsvSource({"1.1, 0, 0.2, 1", "0, 1, 1, 0.2", "-0.5, 0, 0.4, 1", "0, -0.5, 1, 0.4"})
  void refusesABoxOutsideThePicture(double left, double top, double width, double height) {
    assertThatThrownBy(() -> crop(left, top, width, height))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cutsEachBoxOutOfTheWholePicture() {
    Picture picture = picture();
    Photo before = cropper().crop(picture, new BoundingBox(0.5, 0.5, 0.2, 0.2));
    cropper().crop(picture, new BoundingBox(0, 0, 0.1, 0.1));
    assertThat(cropper().crop(picture, new BoundingBox(0.5, 0.5, 0.2, 0.2))).isEqualTo(before);
  }

  @Test
  void writesPngWhateverThePictureWas() {
    assertThat(cropper().crop(picture(), new BoundingBox(0, 0, 1, 1)).format())
        .contains(PhotoFormat.PNG);
  }

  @Test
  void writesAllOfACropWhichIsLargerThanAnyPhotoThatComesIn() {
    byte[] noise = new byte[3 * 3000 * 2000];
    new Random(1).nextBytes(noise);
    Picture picture = new Picture(PhotoFormat.JPEG, 3000, 2000, noise, () -> {});

    Photo crop = cropper().crop(picture, new BoundingBox(0, 0, 1, 1));

    assertThat(crop.tooLarge()).isTrue();
    assertThat(decoded(crop).getRGB(2999, 1999) & 0xFF).isEqualTo(noise[noise.length - 3] & 0xFF);
  }

  private BufferedImage crop(double left, double top, double width, double height) {
    return decoded(cropper().crop(picture(), new BoundingBox(left, top, width, height)));
  }

  private static BufferedImage decoded(Photo crop) {
    try {
      // A stream of bytes ImageIO would put into a temporary file; this one it closes.
      return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(crop.bytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every pixel of which tells where it is. */
  private static Picture picture() {
    byte[] bgr = new byte[3 * WIDTH * HEIGHT];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      bgr[3 * i] = (byte) (i % WIDTH);
      bgr[3 * i + 1] = (byte) (i / WIDTH);
    }
    return new Picture(PhotoFormat.JPEG, WIDTH, HEIGHT, bgr, () -> {});
  }

  private static int rgb(int x, int y) {
    return 0xFF000000 | y << 8 | x;
  }
}
