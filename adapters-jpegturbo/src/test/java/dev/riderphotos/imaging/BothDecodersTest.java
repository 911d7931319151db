package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In full size, whoever decodes a photo gives the same answer, to the last bit. */
class BothDecodersTest {
  private static final int DAMAGES = 400;

  private final Turbo turbo = new Turbo();
  private final PhotoOpener fast = Turbo.opener(turbo);
  private final PhotoOpener plain = new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);

  @Test
  void agreeOnFilesOfEveryKind() {
    List<Corpus.Sample> samples = Corpus.byImageIo();
    assertThat(samples).hasSizeGreaterThan(200).allSatisfy(it -> assertSameAnswer(it.bytes()));
    assertThat(turbo.decoded()).isGreaterThan(40).isEqualTo(turbo.asked());
  }

  @Test
  void agreeOnProfilesAndOrientations() {
    BufferedImage drawing = Drawings.corners(101, 83);
    for (int orientation = 1; orientation <= 8; orientation++) {
      byte[] exif = Jpegs.exif(orientation, ByteOrder.BIG_ENDIAN);
      assertSameAnswer(Jpegs.withExif(Jpegs.sampled(drawing, 2, 2, false), exif));
    }
    assertThat(turbo.decoded()).isEqualTo(8);
  }

  @Test
  void agreeOnWhatIsCutShort() {
    byte[] whole = Jpegs.sampled(Corpus.drawings().getFirst(), 2, 2, false);
    for (int length = 2; length < whole.length; length += 13) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertSameAnswer(cut);
      assertSameAnswer(JpegSurgery.followedBy(cut, JpegSurgery.END));
    }
  }

  /** By one byte anywhere in the compressed pixels. */
  @Test
  void agreeOnDamagedPixels() {
    Random random = new Random(17);
    byte[] whole = Jpegs.restarting(Corpus.drawings().get(1), 5);
    int pixels = JpegSurgery.segment(whole, type -> type == JpegMarkers.SOS) + 14;
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged = whole.clone();
      damaged[pixels + random.nextInt(damaged.length - pixels - 2)] = (byte) random.nextInt(256);
      assertSameAnswer(damaged);
    }
    assertThat(turbo.decoded()).isLessThan(turbo.asked());
  }

  /** What is in it may be refused, but nothing else comes of it; and nothing is waited for. */
  @Test
  void agreeWhetherADamagedHeaderIsOne() {
    Random random = new Random(18);
    byte[] whole = Jpegs.sampled(Corpus.drawings().get(2), 2, 1, false);
    int pixels = JpegSurgery.segment(whole, type -> type == JpegMarkers.SOS) + 14;
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged = whole.clone();
      damaged[2 + random.nextInt(pixels - 2)] = (byte) random.nextInt(256);
      assertThat(refusal(fast, damaged)).isEqualTo(refusal(plain, damaged));
    }
  }

  private static Optional<Opened> refusal(PhotoOpener opener, byte[] bytes) {
    Opened opened = opener.open(Photo.of(bytes));
    if (opened instanceof Decoded(Picture picture)) {
      picture.close();
      return Optional.empty();
    }
    return Optional.of(opened);
  }

  /** What only other decoders are known to read alike does not come to it. */
  @Test
  void oddKindsStayWithTheJdk() {
    BufferedImage drawing = Corpus.drawings().getFirst();
    assertSameAnswer(Jpegs.sampled(drawing, 1, 2, false));
    assertSameAnswer(Jpegs.sampled(drawing, 4, 1, false));
    assertSameAnswer(Jpegs.progressive(drawing));
    assertSameAnswer(Jpegs.cmyk(10, 20, 30, 40));
    assertSameAnswer(Jpegs.ycck(10, 20, 30, 40));
    assertThat(turbo.asked()).isZero();
  }

  private void assertSameAnswer(byte[] bytes) {
    Opened one = plain.open(Photo.of(bytes));
    Opened other = fast.open(Photo.of(bytes));
    if (one instanceof Decoded(Picture expected) && other instanceof Decoded(Picture picture)) {
      assertThat(picture.width()).isEqualTo(expected.width());
      assertThat(picture.height()).isEqualTo(expected.height());
      assertThat(Arrays.equals(picture.bgr(), expected.bgr())).isTrue();
      expected.close();
      picture.close();
    } else {
      assertThat(other).isEqualTo(one);
    }
  }
}
