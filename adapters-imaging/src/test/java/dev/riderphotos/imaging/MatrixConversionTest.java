package dev.riderphotos.imaging;

import static dev.riderphotos.portraits.MatrixProfile.fixed;
import static dev.riderphotos.portraits.MatrixProfile.power;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.portraits.MatrixProfile;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixConversionTest {
  private static final int CURVE = 0x63757276;
  private static final int PARAMETRIC = 0x70617261;

  /** Red, green and blue of each in XYZ at D50, as their profiles have them. */
  private enum Primaries {
    DISPLAY_P3(0.51512, 0.2412, -0.00105, 0.29198, 0.69225, 0.04189, 0.1571, 0.06657, 0.78407),
    ADOBE_RGB(0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457),
    REC_2020(0.67346, 0.27903, -0.00194, 0.16568, 0.67532, 0.02997, 0.12507, 0.04566, 0.79686);

    private final double[] xyz;

    Primaries(double... xyz) {
      this.xyz = xyz;
    }

    ICC_Profile profile(byte[] curve) {
      return MatrixProfile.of(curve, xyz);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isLcmsToOneShadeByAPower(Primaries primaries) {
    assertSame(primaries.profile(power(2.2)));
    assertSame(primaries.profile(power(1.8)));
  }

  @ParameterizedTest
  @EnumSource
  void isLcmsToOneShadeByTheCurveOfTelephones(Primaries primaries) {
    assertSame(primaries.profile(likeSrgb()));
  }

  @ParameterizedTest
  @EnumSource
  void isLcmsToOneShadeByACurveOfPoints(Primaries primaries) {
    assertSame(primaries.profile(points(new Random(primaries.ordinal()))));
  }

  @Test
  void leavesAProfileOfImpossibleLightToLcms() {
    ICC_Profile profile =
        MatrixProfile.of(
            power(2.2), 1.9, 0, 0, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457);
    assertThat(MatrixConversion.of(profile)).isEmpty();
  }

  private static void assertSame(ICC_Profile profile) {
    byte[] own = new byte[3 << 18];
    new Random(1).nextBytes(own);
    byte[] lcms = own.clone();
    MatrixConversion.of(profile).orElseThrow().convert(own);
    WritableRaster pixels = Bgr.raster(lcms, 1 << 18, 1);
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null).filter(pixels, pixels);

    assertThat(ColourCube.differ(own, lcms)).isFalse();
  }

  /** Of the third kind: a straight line in the dark, a power above it. */
  private static byte[] likeSrgb() {
    return ByteBuffer.allocate(32)
        .putInt(PARAMETRIC)
        .putInt(0)
        .putShort((short) 3)
        .putShort((short) 0)
        .putInt(fixed(2.4))
        .putInt(fixed(1 / 1.055))
        .putInt(fixed(0.055 / 1.055))
        .putInt(fixed(1 / 12.92))
        .putInt(fixed(0.04045))
        .array();
  }

  /** Of light that grows now slowly, now fast. */
  private static byte[] points(Random random) {
    int count = 64;
    double[] sums = new double[count];
    for (int i = 1; i < count; i++) {
      sums[i] = sums[i - 1] + i * (0.5 + random.nextDouble());
    }
    ByteBuffer points = ByteBuffer.allocate(12 + 2 * count).putInt(CURVE).putInt(0).putInt(count);
    for (double sum : sums) {
      points.putShort((short) Math.round(65_535 * sum / sums[count - 1]));
    }
    return points.array();
  }
}
