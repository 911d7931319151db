package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and how files say which way up they are. */
class OrientationsTest {
  private static final byte[] JPEG = Jpegs.of(Drawings.corners(200, 100));
  private static final byte[] PNG = Pngs.of(Drawings.corners(200, 100));
  private static final String NAME = "Exif\0\0";

  private final PhotoOpener opener = new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);

  static Stream<byte[]> sixInBothByteOrdersAsShortAndLong() {
    return Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)
        .flatMap(order -> Stream.of(Jpegs.exif(6, order), Jpegs.exifLong(6, order)));
  }

  @ParameterizedTest
  @MethodSource("sixInBothByteOrdersAsShortAndLong")
  void isReadWhateverItsTypeAndByteOrder(byte[] exif) {
    assertTurned(Jpegs.withExif(JPEG, exif));
    assertTurned(Pngs.with(PNG, "eXIf", exif));
    assertTurned(Pngs.with(PNG, "eXIf", joined(NAME.getBytes(ISO_8859_1), exif)));
  }

  @ParameterizedTest
  @MethodSource("sixInBothByteOrdersAsShortAndLong")
  void isReadFromTheTextThatPngsHeldItInBefore(byte[] exif) {
    for (String type : List.of("exif", "APP1")) {
      byte[] text = profile(type, joined(NAME.getBytes(ISO_8859_1), exif));
      assertTurned(Pngs.with(PNG, "tEXt", joined(name(type, "\0"), text)));
      assertTurned(Pngs.with(PNG, "zTXt", joined(name(type, "\0\0"), Pngs.deflated(text))));
      byte[] unnamed = profile(type, exif);
      assertTurned(Pngs.with(PNG, "zTXt", joined(name(type, "\0\0"), Pngs.deflated(unnamed))));
    }
  }

  @Test
  void isReadFromTheChunkBeforeTheText() {
    byte[] text = profile("exif", Jpegs.exif(3, ByteOrder.BIG_ENDIAN));
    byte[] both = Pngs.with(PNG, "tEXt", joined(name("exif", "\0"), text));
    assertTurned(Pngs.with(both, "eXIf", Jpegs.exif(6, ByteOrder.LITTLE_ENDIAN)));
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "9, 3", "70000, 4", "-1, 4", "6, 2", "6, 12", "6, 77"})
  void isNoneIfItMakesNoSense(int orientation, int type) {
    ByteBuffer exif = ByteBuffer.wrap(Jpegs.exif(1, ByteOrder.BIG_ENDIAN));
    exif.putShort(12, (short) type);
    byte[] senseless =
        (type == 3 ? exif.putShort(18, (short) orientation) : exif.putInt(18, orientation)).array();
    assertThat(Drawings.open(opener, Jpegs.withExif(JPEG, senseless)).width()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\nexif\n",
        "\nexif\n   9999999999999999\n",
        "\nexif\n  4\nzzzz",
        "exif 3 4D4"
      })
  void isNoneInRubbishOfText(String text) {
    byte[] rubbish = text.getBytes(ISO_8859_1);
    assertLying(Pngs.with(PNG, "tEXt", joined(name("exif", "\0"), rubbish)));
    assertLying(Pngs.with(PNG, "zTXt", joined(name("exif", "\0\0"), rubbish)));
    assertLying(Pngs.with(PNG, "zTXt", joined(name("exif", "\0\0"), Pngs.deflated(rubbish))));
  }

  /** A chunk of a few kB that inflates to very much is not inflated to its end. */
  @Test
  void isNoneInABombOfText() {
    byte[] spaces = new byte[5_000_000];
    Arrays.fill(spaces, (byte) ' ');
    assertLying(Pngs.with(PNG, "zTXt", joined(name("exif", "\0\0"), Pngs.deflated(spaces))));
  }

  /** Directories that point at themselves, or out of the block. */
  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8, 91, 92, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
  void isNoneWhereDirectoriesGoNowhere(int directory) {
    ByteBuffer exif = ByteBuffer.wrap(Jpegs.exif(1, ByteOrder.BIG_ENDIAN)).putInt(4, directory);
    exif.putShort(8, (short) -1);
    assertLying(Jpegs.withExif(JPEG, exif.array()));
  }

  private void assertTurned(byte[] photo) {
    Picture picture = Drawings.open(opener, photo);
    assertThat(picture.width()).isEqualTo(100);
    assertThat(Drawings.difference(Drawings.colour(picture, 99, 0), Drawings.TOP_LEFT))
        .isLessThan(4);
  }

  private void assertLying(byte[] photo) {
    assertThat(Drawings.open(opener, photo).width()).isEqualTo(200);
  }

  private static byte[] name(String type, String end) {
    return ("Raw profile type " + type + end).getBytes(ISO_8859_1);
  }

  /** As ImageMagick writes it: 36 bytes a line. */
  private static byte[] profile(String type, byte[] exif) {
    String digits = HexFormat.of().formatHex(exif).replaceAll("(.{72})", "$1\n");
    return "\n%s\n%8d\n%s\n".formatted(type, exif.length, digits).getBytes(ISO_8859_1);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
