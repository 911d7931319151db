package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegKindsTest {
  private final PhotoOpener opener = new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);
  private final byte[] corners = Jpegs.of(Drawings.corners(400, 300));

  @Test
  void keepsTheColours() {
    assertCorners(Drawings.open(opener, corners));
  }

  @Test
  void readsProgressiveOnes() {
    assertCorners(Drawings.open(opener, Jpegs.progressive(Drawings.corners(400, 300))));
  }

  @Test
  void readsGreyOnes() {
    Color grey = new Color(100, 100, 100);
    byte[] jpeg = Jpegs.of(Drawings.plain(BufferedImage.TYPE_3BYTE_BGR, grey));
    BufferedImage drawing = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY);
    drawing.getRaster().setSamples(0, 0, 400, 300, 0, samples(100));
    assertThat(Drawings.difference(Drawings.open(opener, Jpegs.of(drawing)), grey)).isLessThan(2);
    assertThat(Drawings.difference(Drawings.open(opener, jpeg), grey)).isLessThan(2);
  }

  @Test
  void readsPrintingInks() {
    Color seen = new Color(255, 127, 0);
    assertThat(Drawings.difference(Drawings.open(opener, Jpegs.cmyk(0, 128, 255, 0)), seen))
        .isLessThan(4);
    assertThat(Drawings.difference(Drawings.open(opener, Jpegs.ycck(0, 128, 255, 0)), seen))
        .isLessThan(4);
    Color darker = new Color(127, 63, 0);
    assertThat(Drawings.difference(Drawings.open(opener, Jpegs.cmyk(0, 128, 255, 128)), darker))
        .isLessThan(4);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 400, 300, 0, 0",
    "2, 400, 300, 399, 0",
    "3, 400, 300, 399, 299",
    "4, 400, 300, 0, 299",
    "5, 300, 400, 0, 0",
    "6, 300, 400, 299, 0",
    "7, 300, 400, 299, 399",
    "8, 300, 400, 0, 399"
  })
  void turnsEveryOrientationUpright(int orientation, int width, int height, int x, int y) {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      byte[] photo = Jpegs.withExif(corners, Jpegs.exif(orientation, order));
      Picture picture = Drawings.open(opener, photo);
      assertThat(picture.width()).isEqualTo(width);
      assertThat(picture.height()).isEqualTo(height);
      assertClose(Drawings.colour(picture, x, y), Drawings.TOP_LEFT);
      assertClose(Drawings.colour(picture, width - 1 - x, height - 1 - y), Drawings.BOTTOM_RIGHT);
      int topRightX = orientation <= 4 ? width - 1 - x : x;
      int topRightY = orientation <= 4 ? y : height - 1 - y;
      assertClose(Drawings.colour(picture, topRightX, topRightY), Drawings.TOP_RIGHT);
    }
  }

  @Test
  void takesNoOffenceAtABrokenExifBlock() {
    byte[] exif = Jpegs.exif(6, ByteOrder.BIG_ENDIAN);
    for (int length = 0; length < exif.length; length++) {
      Drawings.open(opener, Jpegs.withExif(corners, Arrays.copyOf(exif, length)));
    }
    exif[4] = (byte) 0xFF;
    assertCorners(Drawings.open(opener, Jpegs.withExif(corners, exif)));
    assertCorners(
        Drawings.open(opener, Jpegs.withExif(corners, Jpegs.exif(9, ByteOrder.BIG_ENDIAN))));
  }

  @Test
  void takesNoOffenceAtBytesBetweenSegmentsOrBehindTheEnd() {
    int secondSegment = 20;
    byte[] odd = new byte[corners.length + 7];
    System.arraycopy(corners, 0, odd, 0, secondSegment);
    System.arraycopy(
        corners, secondSegment, odd, secondSegment + 3, corners.length - secondSegment);
    assertCorners(Drawings.open(opener, odd));
  }

  @Test
  void refusesSizesByTheFrameHeader() {
    assertThat(Drawings.refusal(opener, Jpegs.claiming(corners, 8000, 5000)))
        .isEqualTo(PhotoProblem.TOO_LARGE);
    assertThat(Drawings.refusal(opener, Jpegs.claiming(corners, 60, 60)))
        .isEqualTo(PhotoProblem.TOO_SMALL);
    assertThat(Drawings.refusal(opener, Jpegs.claiming(corners, 400, 0)))
        .isEqualTo(PhotoProblem.TOO_SMALL);
  }

  @Test
  void refusesLessDataThanTheFrameHeaderClaims() {
    assertThat(Drawings.refusal(opener, Jpegs.claiming(corners, 800, 600)))
        .isEqualTo(PhotoProblem.UNREADABLE);
  }

  @Test
  void refusesWhatWasCutShortAndGivenANewEnd() {
    byte[] cut = Arrays.copyOf(corners, corners.length * 2 / 3);
    cut[cut.length - 2] = (byte) 0xFF;
    cut[cut.length - 1] = (byte) 0xD9;
    assertThat(Drawings.refusal(opener, cut)).isEqualTo(PhotoProblem.UNREADABLE);
  }

  /** Each is twelve bytes, and a pass over all blocks of one component. */
  @Test
  void refusesMoreScansThanAPictureHas() {
    byte[] jpeg = Jpegs.progressive(Drawings.corners(400, 300));
    assertCorners(Drawings.open(opener, withEmptyScans(jpeg, 100)));
    assertThat(Drawings.refusal(opener, withEmptyScans(jpeg, 20_000)))
        .isEqualTo(PhotoProblem.UNREADABLE);
  }

  @Test
  void doesNotReadOnWhenAllIsThere() {
    byte[] jpeg = Jpegs.progressive(Drawings.corners(400, 300));
    byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 1, 63, 0};
    byte[] many = new byte[100_000 * scan.length];
    for (int i = 0; i < many.length; i++) {
      many[i] = scan[i % scan.length];
    }
    assertCorners(Drawings.open(opener, JpegSurgery.inserted(jpeg, jpeg.length - 2, many)));
  }

  /** Scans behind the first that say of 1900 blocks that one coefficient of each is nothing. */
  private static byte[] withEmptyScans(byte[] jpeg, int count) {
    byte[] table = {(byte) 0xFF, (byte) 0xC4, 0, 20, 0x13, 1, 0, 0, 0, 0, 0, 0, 0, 0};
    byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 3, 1, 1, 1, 0x6D, (byte) 0x9F};
    ByteBuffer more = ByteBuffer.allocate(22 + count * scan.length).put(table);
    more.position(21).put((byte) 0xA0);
    for (int i = 0; i < count; i++) {
      more.put(scan);
    }
    int next = JpegSurgery.data(jpeg);
    while (jpeg[next] != (byte) 0xFF || jpeg[next + 1] == 0) {
      next++;
    }
    return JpegSurgery.inserted(jpeg, next, more.array());
  }

  @Test
  void takesNoOffenceAtManySegments() {
    byte[] many = corners;
    for (int i = 0; i < 1000; i++) {
      many = Jpegs.with(many, 0xFE, new byte[2]);
    }
    assertCorners(Drawings.open(opener, many));
  }

  @Test
  void refusesSegmentsWithoutEnd() {
    byte[] comment = {(byte) 0xFF, (byte) 0xFE, 0, 2};
    byte[] many = new byte[65_535 * comment.length];
    for (int i = 0; i < many.length; i++) {
      many[i] = comment[i % comment.length];
    }
    assertThat(Drawings.refusal(opener, JpegSurgery.inserted(corners, 2, many)))
        .isEqualTo(PhotoProblem.UNREADABLE);
  }

  @Test
  void takesNoOffenceAtMegabytesThatFillUp() {
    byte[] fill = new byte[5_000_000];
    Arrays.fill(fill, (byte) 0xFF);
    assertCorners(Drawings.open(opener, JpegSurgery.inserted(corners, 2, fill)));
  }

  private static int[] samples(int value) {
    int[] samples = new int[400 * 300];
    Arrays.fill(samples, value);
    return samples;
  }

  private static void assertCorners(Picture picture) {
    assertClose(Drawings.colour(picture, 0, 0), Drawings.TOP_LEFT);
    assertClose(Drawings.colour(picture, 399, 0), Drawings.TOP_RIGHT);
    assertClose(Drawings.colour(picture, 0, 299), Drawings.BOTTOM_LEFT);
    assertClose(Drawings.colour(picture, 399, 299), Drawings.BOTTOM_RIGHT);
  }

  private static void assertClose(Color seen, Color drawn) {
    assertThat(Drawings.difference(seen, drawn)).as("%s for %s", seen, drawn).isLessThan(4);
  }
}
