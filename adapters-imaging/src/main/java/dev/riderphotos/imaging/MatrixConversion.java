package dev.riderphotos.imaging;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ICC_ProfileRGB;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;

/**
 * Converts to sRGB by a profile in which red, green and blue each add their own light, as those of
 * cameras, telephones and displays do (ICC.1:2022, 8.3.3: three-component matrix-based profiles).
 * How much light a shade adds is not read from the profile, but asked of LCMS, once for each shade
 * of the three. A pixel then takes three looks into tables, one addition for all its colours
 * together, and three looks for their shades.
 */
final class MatrixConversion {
  private static final int PRIMARIES = 3;
  private static final int SHADES = 256;

  /** What is 1 where LCMS writes XYZ in 16 bits. */
  private static final double XYZ_ONE = 1 << 15;

  /** Light of sRGB's red, green and blue in what LCMS writes as XYZ. */
  private static final double[][] SRGB_OF_XYZ =
      inverse(((ICC_ProfileRGB) ICC_Profile.getInstance(ColorSpace.CS_sRGB)).getMatrix());

  /** What sRGB calls 255; in the dark, a shade is five of these wide. */
  private static final int WHITE = 1 << 14;

  /** One primary adds or takes away no more, or its profile is a strange one. */
  private static final int MOST = 2 * WHITE;

  /** The light of three colours stands side by side in one number, each above its least. */
  private static final int FIELD_BITS = 21;

  private static final int FIELD = (1 << FIELD_BITS) - 1;

  private static final byte[] SHADE_OF_LIGHT = shadeOfLight();

  private final long[][] light;

  private MatrixConversion(long[][] light) {
    this.light = light;
  }

  /**
   * Learns the profile's shades. Whether LCMS makes all other colours their sum, too, is to be
   * tried.
   *
   * @return empty if a shade has much more light than sRGB can show
   */
  static Optional<MatrixConversion> of(ICC_Profile profile) {
    int[] xyz = xyzOfShades(profile);
    long[][] light = new long[PRIMARIES][SHADES];
    for (int i = 0; i < PRIMARIES * SHADES; i++) {
      int primary = i / SHADES;
      double[] added = addedLight(xyz, 3 * i, 3 * SHADES * primary);
      if (Arrays.stream(added).anyMatch(it -> Math.abs(it) > MOST)) {
        return Optional.empty();
      }
      light[primary][i % SHADES] = sideBySide(added);
    }
    return Optional.of(new MatrixConversion(light));
  }

  /** Red, green and blue that a shade adds, by XYZ with and without it. */
  private static double[] addedLight(int[] xyz, int with, int without) {
    double[] added = new double[3];
    for (int colour = 0; colour < 3; colour++) {
      for (int i = 0; i < 3; i++) {
        double share = (xyz[with + i] - xyz[without + i]) / XYZ_ONE;
        added[colour] += SRGB_OF_XYZ[colour][i] * share * WHITE;
      }
    }
    return added;
  }

  private static long sideBySide(double[] light) {
    long all = 0;
    for (double each : light) {
      all = all << FIELD_BITS | MOST + Math.round(each);
    }
    return all;
  }

  /**
   * All shades of red, then of green, then of blue, each with all of the other two: alone, some
   * have less than nothing of X, Y or Z, which LCMS would not write.
   */
  private static int[] xyzOfShades(ICC_Profile profile) {
    byte[] bgr = new byte[3 * PRIMARIES * SHADES];
    Arrays.fill(bgr, (byte) (SHADES - 1));
    for (int i = 0; i < PRIMARIES * SHADES; i++) {
      bgr[3 * i + 2 - i / SHADES] = (byte) i;
    }
    Raster shades = Bgr.raster(bgr, PRIMARIES * SHADES, 1);
    WritableRaster converted =
        Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, PRIMARIES * SHADES, 1, 3, null);
    ICC_Profile xyz = ICC_Profile.getInstance(ColorSpace.CS_CIEXYZ);
    new ColorConvertOp(new ICC_Profile[] {profile, xyz}, null).filter(shades, converted);
    return converted.getPixels(0, 0, PRIMARIES * SHADES, 1, (int[]) null);
  }

  /** For each sum of fields. */
  private static byte[] shadeOfLight() {
    byte[] shades = new byte[PRIMARIES * 2 * MOST + 1];
    int none = PRIMARIES * MOST;
    int from = 0;
    for (int shade = 0; shade < SHADES - 1; shade++) {
      int to = none + (int) Math.ceil(WHITE * lightOf((shade + 0.5) / (SHADES - 1)));
      Arrays.fill(shades, from, to, (byte) shade);
      from = to;
    }
    Arrays.fill(shades, from, shades.length, (byte) (SHADES - 1));
    return shades;
  }

  /** The inverse of three rows, by their cofactors. */
  private static double[][] inverse(float[][] rows) {
    double[][] inverse = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        inverse[i][j] = cofactor(rows, j, i);
      }
    }
    double determinant = 0;
    for (int i = 0; i < 3; i++) {
      determinant += rows[0][i] * inverse[i][0];
    }
    for (double[] row : inverse) {
      for (int j = 0; j < 3; j++) {
        row[j] /= determinant;
      }
    }
    return inverse;
  }

  private static double cofactor(float[][] rows, int row, int column) {
    float[] next = rows[(row + 1) % 3];
    float[] last = rows[(row + 2) % 3];
    int second = (column + 1) % 3;
    int third = (column + 2) % 3;
    return (double) next[second] * last[third] - (double) next[third] * last[second];
  }

  /** What a shade of sRGB from 0 to 1 is of white (IEC 61966-2-1). */
  private static double lightOf(double shade) {
    return shade <= 0.04045 ? shade / 12.92 : Math.pow((shade + 0.055) / 1.055, 2.4);
  }

  /** Converts the pixels where they are. */
  void convert(byte[] bgr) {
    long[] red = light[0];
    long[] green = light[1];
    long[] blue = light[2];
    for (int i = 0; i < bgr.length; i += 3) {
      long sum = blue[bgr[i] & 0xFF] + green[bgr[i + 1] & 0xFF] + red[bgr[i + 2] & 0xFF];
      bgr[i] = SHADE_OF_LIGHT[(int) sum & FIELD];
      bgr[i + 1] = SHADE_OF_LIGHT[(int) (sum >>> FIELD_BITS) & FIELD];
      bgr[i + 2] = SHADE_OF_LIGHT[(int) (sum >>> 2 * FIELD_BITS)];
    }
  }
}
