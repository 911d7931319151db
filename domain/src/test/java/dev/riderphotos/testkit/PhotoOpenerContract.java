package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Opened.Unacceptable;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PhotoOpener} does. */
public abstract class PhotoOpenerContract {
  private static final Portrait PORTRAIT = Portrait.of(Person.ADA).size(120, 90);

  protected abstract PhotoOpener opener();

  @Test
  void opensAJpeg() {
    try (Picture picture = opened(PORTRAIT.jpeg())) {
      assertThat(picture.format()).isEqualTo(PhotoFormat.JPEG);
      assertThat(picture.width()).isEqualTo(120);
      assertThat(picture.height()).isEqualTo(90);
    }
  }

  @Test
  void opensAPngAsItsPixelsAre() {
    try (Picture picture = opened(PORTRAIT.png())) {
      assertThat(picture.format()).isEqualTo(PhotoFormat.PNG);
      assertThat(rgb(picture, 0, 0)).isEqualTo(drawn(0, 0));
      assertThat(rgb(picture, 119, 0)).isEqualTo(drawn(119, 0));
      assertThat(rgb(picture, 60, 45)).isEqualTo(drawn(60, 45));
      assertThat(rgb(picture, 119, 89)).isEqualTo(drawn(119, 89));
    }
  }

  @Test
  void turnsUprightWhatWasTakenSideways() {
    try (Picture picture = opened(takenSideways(PORTRAIT.jpeg()))) {
      assertThat(picture.width()).isEqualTo(90);
      assertThat(picture.height()).isEqualTo(120);
    }
  }

  @Test
  void opensTheSamePhotoAgain() {
    byte[] jpeg = PORTRAIT.jpeg();
    try (Picture first = opened(jpeg);
        Picture second = opened(jpeg)) {
      assertThat(second.bgr()).isEqualTo(first.bgr());
    }
  }

  @Test
  void leavesOutNoMorePixelsThanItMay() {
    byte[] jpeg = PORTRAIT.size(900, 1200).jpeg();
    Opened opened = opener().open(Photo.of(jpeg), 500);
    assertThat(opened).isInstanceOf(Decoded.class);
    try (Picture picture = ((Decoded) opened).picture()) {
      assertThat(picture.height()).isBetween(500, 1200);
      assertThat(picture.height()).isEqualTo(Math.ceilDiv(1200, picture.reduction()));
      assertThat(picture.width()).isEqualTo(Math.ceilDiv(900, picture.reduction()));
    }
  }

  @Test
  void refusesTheSameWhetherAllPixelsAreWantedOrNot() {
    for (byte[] whole : new byte[][] {PORTRAIT.jpeg(), PORTRAIT.png()}) {
      byte[] cut = Arrays.copyOf(whole, whole.length / 2);
      assertThat(opener().open(Photo.of(cut), 20)).isEqualTo(opener().open(Photo.of(cut)));
    }
  }

  @Test
  void closingTwiceIsHarmless() {
    Picture picture = opened(PORTRAIT.jpeg());
    picture.close();
    picture.close();
    opened(PORTRAIT.jpeg()).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FF",
        "48656C6C6F2C20776F726C64", // text
        "47494638396178007800", // GIF
        "524946462400000057454250565038", // WebP
        "00000018667479706865696300000000" // HEIC
      })
  void refusesWhatIsNeitherJpegNorPng(String hex) {
    assertThat(problem(HexFormat.of().parseHex(hex))).isEqualTo(PhotoProblem.UNSUPPORTED_FORMAT);
  }

  @Test
  void refusesMoreBytesThanAllowed() {
    byte[] large = Arrays.copyOf(PORTRAIT.jpeg(), Photo.MAX_BYTES + 1);
    assertThat(problem(large)).isEqualTo(PhotoProblem.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30000x30000", "16385x100", "100x16385", "8000x5000", "5001x5000"})
  void refusesMorePixelsThanAllowedByTheHeaderAlone(String size) {
    assertThat(problem(pngHeader(size))).isEqualTo(PhotoProblem.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"60x60", "79x100", "100x79", "1x1"})
  void refusesFewerPixelsThanAllowed(String size) {
    assertThat(problem(pngHeader(size))).isEqualTo(PhotoProblem.TOO_SMALL);
  }

  @Test
  void opensTheSmallestPhoto() {
    opened(PORTRAIT.size(PhotoOpener.MIN_SIDE, PhotoOpener.MIN_SIDE).jpeg()).close();
  }

  @Test
  void refusesWhatIsCutShortWhereverThatIs() {
    for (byte[] whole : new byte[][] {PORTRAIT.jpeg(), PORTRAIT.png()}) {
      for (int length = 8; length < whole.length - 12; length += 97) {
        assertThat(problem(Arrays.copyOf(whole, length))).isEqualTo(PhotoProblem.UNREADABLE);
      }
    }
  }

  /** All pixels are there: a JPEG's end has two bytes, a PNG's twelve. */
  @Test
  void missesNothingWhereNothingButTheEndIsMissing() {
    byte[] jpeg = PORTRAIT.jpeg();
    byte[] png = PORTRAIT.png();
    try (Picture whole = opened(jpeg);
        Picture endless = opened(Arrays.copyOf(jpeg, jpeg.length - 2))) {
      assertThat(endless.bgr()).isEqualTo(whole.bgr());
    }
    try (Picture whole = opened(png);
        Picture endless = opened(Arrays.copyOf(png, png.length - 12))) {
      assertThat(endless.bgr()).isEqualTo(whole.bgr());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "47494638396178007800, a GIF picture",
    "524946462400000057454250565038, a WebP picture",
    "00000018667479706865696300000000, a HEIC picture",
    "0000001C667479706D696631000000006D69663161766966, an AVIF picture",
    "0000001C66747970617669660000000061766966, an AVIF picture"
  })
  void saysWhatItIsInsteadIfItKnows(String hex, String kind) {
    assertThat(opener().open(Photo.of(HexFormat.of().parseHex(hex))))
        .isEqualTo(new Unacceptable(PhotoProblem.UNSUPPORTED_FORMAT, kind));
  }

  private Picture opened(byte[] photo) {
    Opened opened = opener().open(Photo.of(photo));
    assertThat(opened).isInstanceOf(Decoded.class);
    return ((Decoded) opened).picture();
  }

  private PhotoProblem problem(byte[] photo) {
    Opened opened = opener().open(Photo.of(photo));
    assertThat(opened).isInstanceOf(Unacceptable.class);
    return ((Unacceptable) opened).problem();
  }

  private static int rgb(Picture picture, int x, int y) {
    byte[] bgr = picture.bgr();
    int at = 3 * (y * picture.width() + x);
    return (bgr[at + 2] & 0xFF) << 16 | (bgr[at + 1] & 0xFF) << 8 | (bgr[at] & 0xFF);
  }

  private static int drawn(int x, int y) {
    return PORTRAIT.draw().getRGB(x, y) & 0xFFFFFF;
  }

  /** With an EXIF block of one entry: orientation 6. */
  private static byte[] takenSideways(byte[] jpeg) {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xFFE1).putShort((short) 34);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    exif.putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6);
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(jpeg, 0, 2);
    turned.writeBytes(exif.array());
    turned.write(jpeg, 2, jpeg.length - 2);
    return turned.toByteArray();
  }

  /** What a PNG of that size begins with, and nothing more. */
  private static byte[] pngHeader(String size) {
    String[] sides = size.split("x", 2);
    return ByteBuffer.wrap(PORTRAIT.png())
        .putInt(16, Integer.parseInt(sides[0]))
        .putInt(20, Integer.parseInt(sides[1]))
        .array();
  }
}
