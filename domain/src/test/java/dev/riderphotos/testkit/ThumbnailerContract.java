package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Thumbnailer} does. */
public abstract class ThumbnailerContract {
  private static final byte[] ORANGE = {0x20, (byte) 0x90, (byte) 0xF0};

  protected abstract Thumbnailer thumbnailer();

  @ParameterizedTest
  @CsvSource({
    "1200, 800, 300, 200",
    "800, 1200, 200, 300",
    "900, 900, 300, 300",
    "4000, 3000, 300, 225",
    "301, 300, 300, 299",
    "1200, 1, 300, 1"
  })
  void fitsTheSquareWithItsProportionsKept(int width, int height, int fitWidth, int fitHeight) {
    BufferedImage small = decoded(thumbnail(PhotoFormat.JPEG, width, height));
    assertThat(small.getWidth()).isEqualTo(fitWidth);
    assertThat(small.getHeight()).isEqualTo(fitHeight);
  }

  @ParameterizedTest
  @CsvSource({"300, 200", "120, 300", "80, 80"})
  void keepsTheSizeOfWhatFitsAlready(int width, int height) {
    BufferedImage small = decoded(thumbnail(PhotoFormat.PNG, width, height));
    assertThat(small.getWidth()).isEqualTo(width);
    assertThat(small.getHeight()).isEqualTo(height);
  }

  @ParameterizedTest
  @EnumSource(PhotoFormat.class)
  void keepsTheFormat(PhotoFormat format) {
    assertThat(thumbnail(format, 640, 480).format()).contains(format);
  }

  @ParameterizedTest
  @EnumSource(PhotoFormat.class)
  void keepsTheColours(PhotoFormat format) {
    int rgb = decoded(thumbnail(format, 640, 480)).getRGB(150, 100);
    assertThat(rgb >> 16 & 0xFF).isBetween(0xEC, 0xF4);
    assertThat(rgb >> 8 & 0xFF).isBetween(0x8C, 0x94);
    assertThat(rgb & 0xFF).isBetween(0x1C, 0x24);
  }

  @ParameterizedTest
  @EnumSource(PhotoFormat.class)
  void writesNoMetadata(PhotoFormat format) {
    byte[] bytes = thumbnail(format, 640, 480).bytes();
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", "ICC_PROFILE", "http:", "eXIf", "iCCP", "tEXt", "iTXt", "tIME");
  }

  @Test
  void leavesThePictureAsItIs() {
    Picture picture = picture(PhotoFormat.JPEG, 640, 480);
    byte[] before = picture.bgr().clone();
    Photo first = thumbnailer().thumbnail(picture, 300);
    assertThat(picture.bgr()).isEqualTo(before);
    assertThat(thumbnailer().thumbnail(picture, 300)).isEqualTo(first);
  }

  private Photo thumbnail(PhotoFormat format, int width, int height) {
    return thumbnailer().thumbnail(picture(format, width, height), 300);
  }

  private static Picture picture(PhotoFormat format, int width, int height) {
    byte[] bgr = new byte[3 * width * height];
    for (int i = 0; i < bgr.length; i++) {
      bgr[i] = ORANGE[i % 3];
    }
    return new Picture(format, width, height, bgr, () -> {});
  }

  private static BufferedImage decoded(Photo photo) {
    try {
      // A stream of bytes ImageIO would put into a temporary file; this one it closes.
      return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(photo.bytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
