package dev.riderphotos.portraits;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;

/**
 * Makes colour profiles of three primaries with one curve (ICC.1:2022, 8.3.3 and 10), as cameras
 * and displays have them.
 */
public final class MatrixProfile {
  private static final int XYZ = 0x58595A20;
  private static final int CURVE = 0x63757276;

  private MatrixProfile() {}

  /**
   * A profile that is sRGB's in all else.
   *
   * @param curve the data of its tag, of any of ICC's types for curves
   * @param primaries X, Y and Z at D50 of red, of green and of blue
   */
  public static ICC_Profile of(byte[] curve, double... primaries) {
    ICC_Profile profile =
        ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    profile.setData(ICC_Profile.icSigRedColorantTag, colour(primaries, 0));
    profile.setData(ICC_Profile.icSigGreenColorantTag, colour(primaries, 3));
    profile.setData(ICC_Profile.icSigBlueColorantTag, colour(primaries, 6));
    profile.setData(ICC_Profile.icSigRedTRCTag, curve);
    profile.setData(ICC_Profile.icSigGreenTRCTag, curve);
    profile.setData(ICC_Profile.icSigBlueTRCTag, curve);
    return profile;
  }

  /** A curve that is a power, to the nearest 256th. */
  public static byte[] power(double power) {
    return ByteBuffer.allocate(14)
        .putInt(CURVE)
        .putInt(0)
        .putInt(1)
        .putShort((short) Math.round(256 * power))
        .array();
  }

  /** A number as ICC writes it, in 65,536ths. */
  public static int fixed(double number) {
    return (int) Math.round(number * 65_536);
  }

  private static byte[] colour(double[] primaries, int first) {
    return ByteBuffer.allocate(20)
        .putInt(XYZ)
        .putInt(0)
        .putInt(fixed(primaries[first]))
        .putInt(fixed(primaries[first + 1]))
        .putInt(fixed(primaries[first + 2]))
        .array();
  }
}
