package dev.riderphotos.imaging;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** What the numbers of an image mean, when they are not sRGB. Safe for use by many threads. */
final class ColourProfile {
  /**
   * Pixels converted in one call, from an array of their own: for every call LCMS is handed a copy
   * of the whole array, however few of its pixels are meant.
   */
  private static final int STRETCH = 4096;

  private static final KnownProfiles KNOWN = new KnownProfiles(ColourProfile::setUp);

  private final ColorConvertOp conversion;
  private final boolean rgb;
  private final int components;
  private final boolean changesColours;
  private final Optional<MatrixConversion> matrix;

  /** Also finds out whether the profile converts at all: what is wrong shows at its first use. */
  private ColourProfile(ICC_Profile profile) {
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    this.conversion = new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
    this.rgb = profile.getColorSpaceType() == ColorSpace.TYPE_RGB;
    this.components = profile.getNumComponents();
    if (rgb) {
      byte[] colours = ColourCube.bgr();
      byte[] converted = colours.clone();
      convertByLcms(converted);
      this.changesColours = ColourCube.differ(colours, converted);
      this.matrix = changesColours ? matrix(profile, colours, converted) : Optional.empty();
    } else {
      Point origin = new Point();
      convert(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1, 1, components, origin));
      this.changesColours = true;
      this.matrix = Optional.empty();
    }
  }

  /** Only one that makes of the colours, which are not kept, what LCMS makes of them. */
  private static Optional<MatrixConversion> matrix(
      ICC_Profile profile, byte[] colours, byte[] byLcms) {
    Optional<MatrixConversion> matrix = MatrixConversion.of(profile);
    matrix.ifPresent(it -> it.convert(colours));
    return matrix.filter(_ -> !ColourCube.differ(colours, byLcms));
  }

  /**
   * Empty if the data is no profile that can be used, or one that changes nothing: sRGB in one of
   * its many spellings.
   */
  static Optional<ColourProfile> of(byte[] data) {
    return data.length == 0 ? Optional.empty() : KNOWN.of(data);
  }

  private static Optional<ColourProfile> setUp(byte[] data) {
    try {
      ColourProfile profile = new ColourProfile(ICC_Profile.getInstance(data));
      return Optional.of(profile).filter(it -> it.changesColours);
    } catch (RuntimeException broken) {
      // IllegalArgumentException, CMMException and others: a photo is not refused for its profile.
      return Optional.empty();
    }
  }

  /** Converts red, green and blue where they are; leaves them if the profile is not for them. */
  void toSrgb(byte[] bgr) {
    if (matrix.isPresent()) {
      matrix.get().convert(bgr);
    } else if (rgb) {
      convertByLcms(bgr);
    }
  }

  private void convertByLcms(byte[] bgr) {
    byte[] stretch = new byte[3 * STRETCH];
    WritableRaster pixels = Bgr.raster(stretch, STRETCH, 1);
    for (int from = 0; from < bgr.length; from += stretch.length) {
      int length = Math.min(stretch.length, bgr.length - from);
      System.arraycopy(bgr, from, stretch, 0, length);
      conversion.filter(pixels, pixels);
      System.arraycopy(stretch, 0, bgr, from, length);
    }
  }

  /** Grey or printing inks as sRGB pixels; empty if the image or the profile is of another kind. */
  Optional<byte[]> srgbOfInks(BufferedImage image) {
    boolean plain =
        !(image.getColorModel() instanceof IndexColorModel) && !image.getColorModel().hasAlpha();
    boolean fits = !rgb && components == image.getRaster().getNumBands();
    return plain && fits ? Optional.of(convert(image.getRaster())) : Optional.empty();
  }

  private byte[] convert(Raster stored) {
    byte[] bgr = new byte[3 * stored.getWidth() * stored.getHeight()];
    conversion.filter(stored, Bgr.raster(bgr, stored.getWidth(), stored.getHeight()));
    return bgr;
  }
}
