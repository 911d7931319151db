package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.photo.LargerPicture;
import dev.riderphotos.photo.LargerPicture.Part;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Opened.Unacceptable;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReducedPicturesTest {
  private static final BufferedImage DRAWING = Portrait.of(Person.CLARA).size(803, 613).draw();
  private static final byte[] PHOTO = Jpegs.sampled(DRAWING, 2, 2, false);

  private static final long MEMORY = 256L << 20;

  private final PictureMemory memory = new PictureMemory(MEMORY);
  private final PhotoOpener opener = new ImageIoPhotoOpener(memory, () -> Optional.of(new Turbo()));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void looksLikeTheWholePhotoFromAfarWhicheverWayItWasHeld(int orientation) {
    byte[] photo = Jpegs.withExif(PHOTO, Jpegs.exif(orientation, ByteOrder.LITTLE_ENDIAN));
    try (Picture whole = opened(photo, PhotoOpener.WHOLE);
        Picture small = opened(photo, 200)) {
      assertThat(small.reduction()).isEqualTo(4);
      assertThat(small.width()).isEqualTo(Math.ceilDiv(whole.width(), 4));
      assertThat(small.height()).isEqualTo(Math.ceilDiv(whole.height(), 4));
      assertThat(difference(whole, small)).isLessThan(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void partsOfTheLargerPictureAreThoseOfTheWhole(int orientation) {
    byte[] photo = Jpegs.withExif(PHOTO, Jpegs.exif(orientation, ByteOrder.BIG_ENDIAN));
    try (Picture whole = opened(photo, PhotoOpener.WHOLE);
        Picture small = opened(photo, 200);
        LargerPicture larger = small.larger(4).orElseThrow()) {
      assertThat(larger.times()).isEqualTo(4);
      Offset beyond = Offset.of(orientation, small, whole);
      assertPart(whole, larger.part(40, 30, 51, 47), 4, beyond);
      assertPart(whole, larger.part(-10, -10, 30, 20), 4, beyond);
      assertPart(whole, larger.part(small.width() - 20, small.height() - 9, 50, 50), 4, beyond);
    }
    assertThat(memory.freeBytes()).isEqualTo(MEMORY);
  }

  @Test
  void isAsLargeAsItShouldBeAndNoLarger() {
    try (Picture small = opened(PHOTO, 100)) {
      assertThat(small.reduction()).isEqualTo(8);
      assertThat(times(small, 1.5)).isEqualTo(2);
      assertThat(times(small, 3)).isEqualTo(4);
      assertThat(times(small, 100)).isEqualTo(8);
    }
  }

  @Test
  void hasNoLargerOneIfNothingWasLeftOut() {
    try (Picture whole = opened(PHOTO, 600)) {
      assertThat(whole.reduction()).isOne();
      assertThat(whole.larger(2)).isEmpty();
    }
  }

  @Test
  void thereIsNothingOutsideThePicture() {
    try (Picture small = opened(PHOTO, 200);
        LargerPicture larger = small.larger(2).orElseThrow()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> larger.part(small.width() + 1, 0, 10, 10));
    }
  }

  @Test
  void partsOfGreyPhotosAreThoseOfTheWhole() {
    BufferedImage grey = new BufferedImage(803, 613, BufferedImage.TYPE_BYTE_GRAY);
    grey.createGraphics().drawImage(DRAWING, 0, 0, null);
    byte[] photo = Jpegs.of(grey);
    try (Picture whole = opened(photo, PhotoOpener.WHOLE);
        Picture small = opened(photo, 400);
        LargerPicture larger = small.larger(2).orElseThrow()) {
      assertThat(small.reduction()).isEqualTo(2);
      assertPart(whole, larger.part(101, 53, 50, 21), 2, new Offset(0, 0));
    }
  }

  @Test
  void takesUpTo60MegapixelsAndSaysSo() {
    assertThat(opener.open(Photo.of(Jpegs.claiming(PHOTO, 10_000, 6_001))))
        .isEqualTo(
            new Unacceptable(PhotoProblem.TOO_LARGE, "a picture of more than 60 megapixels"));
    assertThat(opener.open(Photo.of(Jpegs.claiming(PHOTO, 10_000, 6_000))))
        .isEqualTo(new Unacceptable(PhotoProblem.UNREADABLE));
  }

  @Test
  void takesMoreThan25MegapixelsOfNothingElse() {
    Unacceptable tooLarge =
        new Unacceptable(PhotoProblem.TOO_LARGE, "a picture of more than 25 megapixels");
    byte[] progressive = Jpegs.progressive(DRAWING);
    int frame = JpegSurgery.segment(progressive, type -> type == 0xC2);
    ByteBuffer.wrap(progressive).putShort(frame + 5, (short) 5_001);
    ByteBuffer.wrap(progressive).putShort(frame + 7, (short) 5_000);
    assertThat(opener.open(Photo.of(progressive))).isEqualTo(tooLarge);
    assertThat(opener.open(Photo.of(Pngs.raw(5_001, 5_000, 8, 2, new byte[100]))))
        .isEqualTo(tooLarge);
    assertThat(
            new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY)
                .open(Photo.of(Jpegs.claiming(PHOTO, 5_001, 5_000))))
        .isEqualTo(tooLarge);
  }

  /** Half of its sides: whoever wants all of it gets no more pixels than of any other photo. */
  @Test
  void takesEverySecondPixelOfMoreThan25Megapixels() {
    byte[] huge = Jpegs.of(new BufferedImage(6_400, 4_000, BufferedImage.TYPE_BYTE_GRAY));
    try (Picture picture = opened(huge, PhotoOpener.WHOLE)) {
      assertThat(picture.reduction()).isEqualTo(2);
      assertThat(picture.width()).isEqualTo(3_200);
    }
  }

  /** How far the first pixels of a small picture reach beyond the whole: the stored last do. */
  private record Offset(int columns, int rows) {
    static Offset of(int orientation, Picture small, Picture whole) {
      int columns = small.width() * small.reduction() - whole.width();
      int rows = small.height() * small.reduction() - whole.height();
      return switch (orientation) {
        case 2, 6 -> new Offset(columns, 0);
        case 3, 7 -> new Offset(columns, rows);
        case 4, 8 -> new Offset(0, rows);
        default -> new Offset(0, 0);
      };
    }
  }

  private static int times(Picture picture, double least) {
    try (LargerPicture larger = picture.larger(least).orElseThrow()) {
      return larger.times();
    }
  }

  private static void assertPart(Picture whole, Part part, int times, Offset beyond) {
    Picture pixels = part.pixels();
    for (int y = 0; y < pixels.height(); y++) {
      int line = part.top() * times + y - beyond.rows();
      int from = 3 * (line * whole.width() + part.left() * times - beyond.columns());
      int row = 3 * pixels.width();
      assertThat(Arrays.equals(whole.bgr(), from, from + row, pixels.bgr(), y * row, (y + 1) * row))
          .as("row %d", y)
          .isTrue();
    }
  }

  /** Of the small picture's pixels from the means of those that they stand for. */
  private static double difference(Picture whole, Picture small) {
    int times = small.reduction();
    long sum = 0;
    long count = 0;
    for (int y = 0; y < whole.height() / times; y++) {
      for (int x = 0; x < whole.width() / times; x++) {
        for (int channel = 0; channel < 3; channel++) {
          int mean = 0;
          for (int i = 0; i < times * times; i++) {
            int row = y * times + i / times;
            mean += whole.bgr()[3 * (row * whole.width() + x * times + i % times) + channel] & 0xFF;
          }
          int seen = small.bgr()[3 * (y * small.width() + x) + channel] & 0xFF;
          sum += Math.abs(mean / (times * times) - seen);
          count++;
        }
      }
    }
    return (double) sum / count;
  }

  private Picture opened(byte[] photo, int enough) {
    Opened opened = opener.open(Photo.of(photo), enough);
    assertThat(opened).isInstanceOf(Decoded.class);
    return ((Decoded) opened).picture();
  }
}
