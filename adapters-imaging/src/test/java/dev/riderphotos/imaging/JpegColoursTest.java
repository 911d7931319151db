package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What components stand for, by what the file says or does not say. */
class JpegColoursTest {
  private static final BufferedImage DRAWING = Portrait.of(Person.CLARA).size(160, 160).draw();
  private static final byte[] JFIF = "JFIF\0\1\1\0\0\1\0\1\0\0".getBytes(ISO_8859_1);

  private final PhotoOpener opener = new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);
  private final byte[] fully = Jpegs.sampled(DRAWING, 1, 1, false);
  private final byte[] expected = Drawings.open(opener, fully).bgr();

  @ParameterizedTest
  @CsvSource({"1, 2, 3", "0, 1, 2", "3, 4, 5", "1, 34, 35", "89, 67, 99"})
  void areBrightnessAndDifferencesWhateverTheirNames(int first, int second, int third) {
    byte[] jpeg = JpegSurgery.named(JpegSurgery.unsaid(fully), first, second, third);
    assertSame(jpeg);
  }

  @Test
  void areRedGreenAndBlueIfTheyAreNamedSo() {
    byte[] jpeg = JpegSurgery.named(JpegSurgery.unsaid(fully), 'R', 'G', 'B');
    assertThat(Drawings.open(opener, jpeg).bgr()).isEqualTo(asIfRgb());
  }

  @Test
  void areRedGreenAndBlueIfAdobeSaysThatNothingWasTransformed() {
    assertThat(Drawings.open(opener, adobe(JpegSurgery.unsaid(fully), 0)).bgr())
        .isEqualTo(asIfRgb());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 77})
  void areBrightnessAndDifferencesIfAdobeSaysAnythingElse(int transform) {
    assertSame(adobe(JpegSurgery.unsaid(fully), transform));
    assertSame(adobe(JpegSurgery.named(JpegSurgery.unsaid(fully), 'R', 'G', 'B'), transform));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void areWhatJfifSaysBeforeWhatAdobeSays(int transform) {
    byte[] bare = JpegSurgery.unsaid(fully);
    assertSame(Jpegs.with(adobe(bare, transform), 0xE0, JFIF));
    assertSame(adobe(Jpegs.with(bare, 0xE0, JFIF), transform));
    assertSame(Jpegs.with(JpegSurgery.named(bare, 'R', 'G', 'B'), 0xE0, JFIF));
  }

  @Test
  void areNotWhatHalfASegmentSays() {
    byte[] bare = JpegSurgery.unsaid(fully);
    assertSame(Jpegs.with(bare, 0xEE, "Adobe\0d\0\0\0\0".getBytes(ISO_8859_1)));
    byte[] half = Arrays.copyOf(JFIF, 13);
    assertThat(Drawings.open(opener, Jpegs.with(adobe(bare, 0), 0xE0, half)).bgr())
        .isEqualTo(asIfRgb());
  }

  /** JFIF of a version to come is a warning of libjpeg's, which would hide all others. */
  @Test
  void doNotDependOnJfifsVersion() {
    byte[] version = JFIF.clone();
    version[5] = 9;
    assertSame(Jpegs.with(JpegSurgery.unsaid(fully), 0xE0, version));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "1, 2", "2, 2", "4, 1"})
  void haveSizesOfTheirOwn(int across, int down) {
    for (boolean progressive : new boolean[] {false, true}) {
      byte[] said = Jpegs.sampled(DRAWING, across, down, progressive);
      Picture picture = Drawings.open(opener, JpegSurgery.unsaid(said));
      assertThat(picture.bgr()).isEqualTo(Drawings.open(opener, said).bgr());
    }
  }

  /** A progressive JPEG is the same picture in another order. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "1, 2", "2, 2"})
  void areTheSameInProgressiveOnes(int across, int down) {
    assertThat(Drawings.open(opener, Jpegs.sampled(DRAWING, across, down, true)).bgr())
        .isEqualTo(Drawings.open(opener, Jpegs.sampled(DRAWING, across, down, false)).bgr());
  }

  @Test
  void canBeReadWithoutHuffmanTables() {
    byte[] whole = Portrait.of(Person.CLARA).size(160, 160).jpeg();
    byte[] frame = JpegSurgery.without(whole, type -> type == JpegSurgery.DHT || type == 0xE0);
    byte[] webcam = Jpegs.with(frame, 0xE0, "AVI1\0\0\0\0\0\0\0\0\0\0".getBytes(ISO_8859_1));
    byte[] pixels = Drawings.open(opener, whole).bgr();
    assertThat(Drawings.open(opener, webcam).bgr()).isEqualTo(pixels);
    assertThat(Drawings.open(opener, frame).bgr()).isEqualTo(pixels);
  }

  private void assertSame(byte[] jpeg) {
    assertThat(Drawings.open(opener, jpeg).bgr()).isEqualTo(expected);
  }

  /** What one sees of a JPEG whose brightness is taken for red, and so on. */
  private byte[] asIfRgb() {
    byte[] jpeg = adobe(JpegSurgery.unsaid(fully), 0);
    byte[] seen = Drawings.open(opener, jpeg).bgr();
    assertThat(seen).isNotEqualTo(expected);
    for (int i = 0; i < seen.length; i += 3) {
      double exact = (seen[i + 2] & 0xFF) + 1.772 * ((seen[i + 1] & 0xFF) - 128);
      double blue = Math.clamp(exact, 0, 255);
      assertThat((double) (expected[i] & 0xFF)).isBetween(blue - 3, blue + 3);
    }
    return seen;
  }

  private static byte[] adobe(byte[] jpeg, int transform) {
    byte[] marker = "Adobe\0d\0\0\0\0\0".getBytes(ISO_8859_1);
    marker[11] = (byte) transform;
    return Jpegs.with(jpeg, 0xEE, marker);
  }
}
