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
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngKindsTest {
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int RGBA = 6;

  private final PhotoOpener opener = new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);
  private final byte[] corners = Pngs.of(Drawings.corners(400, 300));

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void keepsTheColoursOfEveryKind(int type) {
    Color red = new Color(204, 51, 0); // one of the palette's
    assertThat(Drawings.difference(open(Pngs.of(Drawings.plain(type, red))), red)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "8, 0, 40, 404040",
    "8, 2, 40C010, 40C010",
    "8, 4, 6480, B2B2B2", // half transparent grey
    "8, 4, 6400, FFFFFF",
    "8, 6, 40C01000, FFFFFF",
    "8, 6, 000000FF, 000000",
    "8, 6, 00000080, 7F7F7F",
    "16, 0, 6400, 646464",
    "16, 2, 4000C0001000, 40C010",
    "16, 4, 64008000, B1B1B1",
    "16, 6, 4000C00010000000, FFFFFF"
  })
  void laysEveryKindOnWhite(int depth, int kind, String pixel, String seen) {
    Picture picture = open(Pngs.raw(100, 100, depth, kind, rows(100, pixel)));
    assertThat(Drawings.difference(picture, new Color(Integer.parseInt(seen, 16)))).isLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void readsGreyOfFewBits(int depth) {
    byte[] light = Pngs.raw(96, 96, depth, GREY, rows(96 * depth / 8, "FF"));
    assertThat(Drawings.difference(open(light), Color.WHITE)).isZero();
    byte[] dark = Pngs.raw(96, 96, depth, GREY, rows(96 * depth / 8, "00"));
    assertThat(Drawings.difference(open(dark), Color.BLACK)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"8, 40C010, 004000C00010", "16, 4000C0001000, 4000C0001000"})
  void seesThroughTheColourThatIsCalledTransparent(int depth, String pixel, String key) {
    byte[] png = Pngs.raw(100, 100, depth, RGB, rows(100, pixel));
    Picture picture = open(Pngs.with(png, "tRNS", hex(key)));
    assertThat(Drawings.difference(picture, Color.WHITE)).isZero();
  }

  @Test
  void turnsUprightByItsExifChunk() {
    Picture picture = open(Pngs.with(corners, "eXIf", Jpegs.exif(6, ByteOrder.BIG_ENDIAN)));
    assertThat(picture.width()).isEqualTo(300);
    assertThat(Drawings.colour(picture, 299, 0)).isEqualTo(Drawings.TOP_LEFT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eXIf", "iCCP", "tEXt", "iTXt", "zTXt", "gAMA", "cHRM", "tIME", "sPLT"})
  void takesNoOffenceAtRubbishInAncillaryChunks(String type) {
    byte[] indexed = Pngs.of(Drawings.plain(BufferedImage.TYPE_BYTE_INDEXED, Color.RED));
    for (byte[] png : new byte[][] {corners, indexed}) {
      open(Pngs.with(png, type, hex("")));
      open(Pngs.with(png, type, hex("00")));
      open(Pngs.with(png, type, hex("70000001FF")));
      open(Pngs.damaged(Pngs.with(png, type, hex("70000001FF")), type));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"IHDR", "IDAT", "IEND"})
  void refusesAWrongChecksum(String type) {
    assertThat(refusal(Pngs.damaged(corners, type))).isEqualTo(PhotoProblem.UNREADABLE);
  }

  @Test
  void missesNoPixelsWhereOnlyTheEndIsMissing() {
    byte[] whole = open(corners).bgr();
    for (int cut = 1; cut <= 12; cut++) {
      assertThat(open(Arrays.copyOf(corners, corners.length - cut)).bgr()).isEqualTo(whole);
    }
    byte[] endless = Arrays.copyOf(corners, corners.length - 12);
    assertThat(open(Arrays.copyOf(endless, endless.length + 5000)).bgr()).isEqualTo(whole);
    assertThat(open(Arrays.copyOf(corners, corners.length + 5000)).bgr()).isEqualTo(whole);
  }

  /** Never thrown, and never a picture if a byte of it is missing. */
  @Test
  void missesPixelsWhereverTheyAreCut() {
    for (int length = 8; length < corners.length - 12; length += 1 + length / 97) {
      assertThat(refusal(Arrays.copyOf(corners, length))).isEqualTo(PhotoProblem.UNREADABLE);
    }
    byte[] png = Pngs.raw(100, 100, 8, RGB, rows(100, "40C010"));
    byte[] second = Pngs.chunk("IDAT", new byte[0]);
    byte[] half = Pngs.raw(100, 100, 8, RGB, Arrays.copyOf(rows(100, "40C010"), 40));
    assertThat(refusal(JpegSurgery.inserted(half, half.length - 12, second)))
        .isEqualTo(PhotoProblem.UNREADABLE);
    open(JpegSurgery.inserted(png, png.length - 12, second));
  }

  @Test
  void refusesFewerRowsThanTheHeaderClaims() {
    byte[] png = Pngs.raw(100, 200, 8, RGB, rows(100, "40C010"));
    assertThat(refusal(png)).isEqualTo(PhotoProblem.UNREADABLE);
  }

  @Test
  void refusesCompressedRubbishWithARightChecksum() {
    assertThat(refusal(Pngs.raw(100, 100, 8, RGB, new byte[500])))
        .isEqualTo(PhotoProblem.UNREADABLE);
  }

  @Test
  void refusesAPaletteImageWithoutPalette() {
    assertThat(refusal(Pngs.raw(100, 100, 8, 3, rows(100, "01"))))
        .isEqualTo(PhotoProblem.UNREADABLE);
  }

  @Test
  void refusesAnExtensionThatMustNotBeIgnored() {
    assertThat(refusal(Pngs.with(corners, "CgBI", new byte[4]))).isEqualTo(PhotoProblem.UNREADABLE);
  }

  @Test
  void refusesABombByItsHeader() {
    byte[] bomb = Pngs.raw(30_000, 30_000, 8, RGBA, Pngs.deflated(new byte[3_000_000]));
    assertThat(refusal(bomb)).isEqualTo(PhotoProblem.TOO_LARGE);
  }

  private Picture open(byte[] png) {
    return Drawings.open(opener, png);
  }

  private PhotoProblem refusal(byte[] png) {
    return Drawings.refusal(opener, png);
  }

  /** A hundred unfiltered rows of as many equal pixels. */
  private static byte[] rows(int pixels, String pixel) {
    byte[] bytes = hex(pixel);
    ByteBuffer rows = ByteBuffer.allocate(100 * (1 + pixels * bytes.length));
    for (int row = 0; row < 100; row++) {
      rows.put((byte) 0);
      for (int i = 0; i < pixels; i++) {
        rows.put(bytes);
      }
    }
    return Pngs.deflated(rows.array());
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
