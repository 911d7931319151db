package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes turned at random: whatever comes of it, nothing is thrown and no pixels stay taken. */
class DamagedPhotosTest {
  private static final int TRIES = 1000;

  private static final long BYTES = 10 << 20;

  private final PictureMemory memory = new PictureMemory(BYTES);
  private final PhotoOpener opener = new ImageIoPhotoOpener(memory);

  @ParameterizedTest
  @MethodSource("photos")
  void areOpenedOrRefused(byte[] photo) {
    Random random = new Random(photo.length);
    for (int i = 0; i < TRIES; i++) {
      byte[] damaged = damaged(photo, random);
      assertThatCode(() -> openAndClose(damaged)).doesNotThrowAnyException();
      assertThat(memory.freeBytes()).isEqualTo(BYTES);
    }
  }

  static Stream<byte[]> photos() {
    Portrait portrait = Portrait.of(Person.BORIS).size(96, 96);
    byte[] exif = Jpegs.exif(6, ByteOrder.LITTLE_ENDIAN);
    return Stream.of(
        Jpegs.withExif(portrait.jpeg(), exif),
        Jpegs.progressive(portrait.draw()),
        Jpegs.cmyk(0, 100, 200, 0),
        Pngs.with(portrait.png(), "eXIf", exif));
  }

  private static byte[] damaged(byte[] photo, Random random) {
    byte[] damaged = photo.clone();
    int flips = 1 + random.nextInt(8);
    for (int i = 0; i < flips; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private void openAndClose(byte[] bytes) {
    if (opener.open(Photo.of(bytes)) instanceof Decoded(Picture picture)) {
      picture.close();
    }
  }
}
