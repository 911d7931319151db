package dev.riderphotos.portraits;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Colours as cameras may be told to write them: Adobe's primaries, and a plain power for a curve.
 */
final class WideColours {
  private static final double[] ADOBE_RGB = {
    0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457
  };

  // Where a profile says when it was made.
  private static final int DATE = 24;
  private static final int DATE_LENGTH = 12;

  private WideColours() {}

  static byte[] profile() {
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    ICC_Profile profile = MatrixProfile.of(MatrixProfile.power(2.2), ADOBE_RGB);
    byte[] data = profile.getData();
    System.arraycopy(srgb, DATE, data, DATE, DATE_LENGTH); // else it would be that of this call
    return data;
  }

  /** Keeps how each pixel looks, and so changes its numbers. */
  static void fromSrgb(BufferedImage image) {
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    ICC_Profile wide = ICC_Profile.getInstance(profile());
    ColorConvertOp conversion = new ColorConvertOp(new ICC_Profile[] {srgb, wide}, null);
    Raster drawn = image.getData();
    WritableRaster converted = drawn.createCompatibleWritableRaster();
    conversion.filter(drawn, converted);
    image.setData(converted);
  }
}
