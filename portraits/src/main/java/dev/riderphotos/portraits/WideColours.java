package dev.riderphotos.portraits;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;

/**
 * Colours as cameras may be told to write them: Adobe's primaries, and a plain power for a curve.
 */
final class WideColours {
  private static final int XYZ = 0x58595A20;
  private static final int CURVE = 0x63757276;

  // Where a profile says when it was made.
  private static final int DATE = 24;
  private static final int DATE_LENGTH = 12;

  /** Two and about a fifth, in 256ths. */
  private static final short GAMMA = 0x233;

  private WideColours() {}

  static byte[] profile() {
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    ICC_Profile profile = ICC_Profile.getInstance(srgb);
    profile.setData(ICC_Profile.icSigRedColorantTag, primary(0.60974, 0.31111, 0.01947));
    profile.setData(ICC_Profile.icSigGreenColorantTag, primary(0.20528, 0.62567, 0.06087));
    profile.setData(ICC_Profile.icSigBlueColorantTag, primary(0.14919, 0.06322, 0.74457));
    profile.setData(ICC_Profile.icSigRedTRCTag, curve());
    profile.setData(ICC_Profile.icSigGreenTRCTag, curve());
    profile.setData(ICC_Profile.icSigBlueTRCTag, curve());
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

  private static byte[] primary(double x, double y, double z) {
    return ByteBuffer.allocate(20)
        .putInt(XYZ)
        .putInt(0)
        .putInt(fixed(x))
        .putInt(fixed(y))
        .putInt(fixed(z))
        .array();
  }

  private static int fixed(double number) {
    return (int) Math.round(number * 65536);
  }

  private static byte[] curve() {
    return ByteBuffer.allocate(14).putInt(CURVE).putInt(0).putInt(1).putShort(GAMMA).array();
  }
}
