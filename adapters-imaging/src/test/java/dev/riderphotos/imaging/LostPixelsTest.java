package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a JPEG's pixels are all there, whatever else is odd about it. */
class LostPixelsTest {
  private static final int INTERVAL = 10;
  private static final BufferedImage DRAWING = Portrait.of(Person.BORIS).size(160, 160).draw();
  private static final byte[] STRAY = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  private final PhotoOpener opener = new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);
  private final byte[] restarting = Jpegs.restarting(DRAWING, INTERVAL);
  private final byte[] plain = Jpegs.sampled(DRAWING, 2, 2, false);
  private final byte[] progressive = Jpegs.sampled(DRAWING, 2, 2, true);
  private final byte[] expected = Drawings.open(opener, plain).bgr();

  @Test
  void areThere() {
    assertWhole(restarting);
    assertWhole(progressive);
    assertWhole(Jpegs.sampled(DRAWING, 2, 2, true, 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 8})
  void areThereBehindStrayBytesBeforeAMarker(int restart) {
    assertWhole(JpegSurgery.inserted(restarting, JpegSurgery.restart(restarting, restart), STRAY));
    byte[] stuffed = {(byte) 0xFF, 0, (byte) 0xFF, 0, 7, (byte) 0xFF, (byte) 0xFF};
    int at = JpegSurgery.restart(restarting, restart);
    assertWhole(JpegSurgery.inserted(restarting, at, stuffed));
    assertWhole(JpegSurgery.inserted(plain, plain.length - 2, STRAY));
    assertWhole(JpegSurgery.inserted(progressive, progressive.length - 2, STRAY));
  }

  @Test
  void areThereBehindStrayBytesBeforeEveryMarker() {
    byte[] odd = restarting;
    for (int restart = 8; restart >= 0; restart--) {
      odd = JpegSurgery.inserted(odd, JpegSurgery.restart(odd, restart), STRAY);
    }
    assertWhole(JpegSurgery.inserted(odd, JpegSurgery.segment(odd, type -> type == 0xDB), STRAY));
  }

  /** libjpeg speaks of the stray bytes and of nothing that comes behind them. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 9})
  void areMissedThoughSomethingHarmlessCameFirst(int tenths) {
    byte[] odd = JpegSurgery.inserted(restarting, JpegSurgery.restart(restarting, 0), STRAY);
    int from = JpegSurgery.restart(odd, 0) + 2;
    byte[] cut = Arrays.copyOf(odd, from + (odd.length - from) * tenths / 10);
    assertLost(JpegSurgery.followedBy(cut, JpegSurgery.END));
    assertLost(cut);
    byte[] damaged = odd.clone();
    for (int i = 0; i < 30; i++) {
      damaged[cut.length - 40 + i] = (byte) (i % 2 == 0 ? 0xFF : 0); // no code has so many ones
    }
    assertLost(damaged);
  }

  @Test
  void areMissedBehindAJfifSegmentThatLibjpegWarnsOf() {
    byte[] odd = plain.clone();
    odd[JpegSurgery.segment(odd, type -> type == 0xE0) + 9] = 3; // its version
    byte[] cut = Arrays.copyOf(odd, odd.length * 2 / 3);
    assertLost(JpegSurgery.followedBy(cut, JpegSurgery.END));
    assertWhole(odd);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 8})
  void areMissedWhereARestartMarkerIs(int restart) {
    int at = JpegSurgery.restart(restarting, restart);
    assertLost(JpegSurgery.removed(restarting, at, at + 2));
    byte[] other = restarting.clone();
    other[at + 1] ^= 2;
    assertLost(other);
  }

  @Test
  void areMissedWhereAnIntervalIs() {
    int from = JpegSurgery.restart(restarting, 3);
    assertLost(JpegSurgery.removed(restarting, from, JpegSurgery.restart(restarting, 4)));
  }

  @Test
  void areNotMissedWhereOnlyTheEndIs() {
    for (byte[] whole : new byte[][] {plain, restarting, progressive}) {
      byte[] endless = JpegSurgery.withoutEnd(whole);
      assertWhole(endless);
      assertWhole(Arrays.copyOf(whole, whole.length - 1));
      assertWhole(JpegSurgery.followedBy(endless, new byte[5000]));
      assertWhole(JpegSurgery.followedBy(endless, film()));
      assertWhole(JpegSurgery.followedBy(endless, plain));
      assertWhole(JpegSurgery.followedBy(whole, film()));
    }
  }

  @Test
  void areMissedOfAComponent() {
    int scan = JpegSurgery.segment(plain, type -> type == JpegSurgery.SOS);
    byte[] alone = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
    byte[] cut = JpegSurgery.removed(plain, scan, JpegSurgery.data(plain));
    assertLost(JpegSurgery.inserted(cut, scan, alone));
  }

  /** Never thrown, never another size, and never a picture if a byte of it is missing. */
  @Test
  void areThereOrMissedWhereverAFileIsCut() {
    for (byte[] whole : new byte[][] {plain, restarting, progressive}) {
      for (int length = 3; length < whole.length - 3; length += 1 + length / 97) {
        assertLost(Arrays.copyOf(whole, length));
      }
    }
  }

  /** With an end put behind the cut, what was progressive may have come far enough to be seen. */
  @Test
  void areNeverOfAnotherSize() {
    Random random = new Random(14);
    for (byte[] whole : new byte[][] {plain, restarting, progressive}) {
      for (int i = 0; i < 100; i++) {
        byte[] cut = Arrays.copyOf(whole, 3 + random.nextInt(whole.length - 5));
        Opened opened = opener.open(Photo.of(JpegSurgery.followedBy(cut, JpegSurgery.END)));
        if (opened instanceof Decoded(Picture picture)) {
          picture.close();
          assertThat(whole).isEqualTo(progressive);
          assertThat(picture.width()).isEqualTo(160);
          assertThat(picture.height()).isEqualTo(160);
        } else {
          assertThat(opened).isEqualTo(new Unacceptable(PhotoProblem.UNREADABLE));
        }
      }
    }
  }

  /** As a telephone puts one behind a picture that moves; its bytes look like markers, too. */
  private static byte[] film() {
    byte[] noise = new byte[20_000];
    new Random(13).nextBytes(noise);
    for (int i = 0; i < noise.length - 1; i += 40) {
      noise[i] = (byte) 0xFF;
    }
    ByteBuffer film = ByteBuffer.allocate(24 + noise.length + 16);
    film.putInt(24).put("ftypmp42\0\0\0\0mp42isom".getBytes(ISO_8859_1)).put(noise);
    return film.put("SEFH\0\0\0\0\0\0\0\0SEFT".getBytes(ISO_8859_1)).array();
  }

  private void assertWhole(byte[] jpeg) {
    assertThat(Drawings.open(opener, jpeg).bgr()).isEqualTo(expected);
  }

  private void assertLost(byte[] jpeg) {
    assertThat(Drawings.refusal(opener, jpeg)).isEqualTo(PhotoProblem.UNREADABLE);
  }
}
