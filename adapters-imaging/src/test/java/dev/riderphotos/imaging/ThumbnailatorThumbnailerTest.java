package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import dev.riderphotos.testkit.ThumbnailerContract;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ThumbnailatorThumbnailerTest extends ThumbnailerContract {
  private final PhotoOpener opener = new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);

  @Override
  protected Thumbnailer thumbnailer() {
    return new ThumbnailatorThumbnailer();
  }

  @Test
  void keepsNothingOfWhereAPhotoWasTaken() {
    byte[] exif = Jpegs.exif(6, ByteOrder.BIG_ENDIAN);
    byte[] photo = Jpegs.withExif(Jpegs.of(Drawings.corners(1200, 800)), exif);
    Photo small = thumbnailer().thumbnail(Drawings.open(opener, photo), 300);
    assertThat(new String(small.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    Picture seen = Drawings.open(opener, small.bytes());
    assertThat(seen.width()).isEqualTo(200);
    assertThat(seen.height()).isEqualTo(300);
    assertThat(Drawings.difference(Drawings.colour(seen, 190, 10), Drawings.TOP_LEFT))
        .isLessThan(6);
  }

  @Test
  void refusesASquareWithoutPixels() {
    Picture picture = Drawings.open(opener, Jpegs.of(Drawings.corners(100, 100)));
    assertThatIllegalArgumentException().isThrownBy(() -> thumbnailer().thumbnail(picture, 0));
  }
}
