package dev.riderphotos.imaging;

import dev.riderphotos.photo.LargerPicture;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.Picture;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** A decoded JPEG out of which parts are cut, each made upright and sRGB by itself. */
final class LargerJpeg implements LargerPicture {
  private final JpegDecoder.Raster raster;
  private final Orientation orientation;
  private final Optional<ColourProfile> profile;
  private final int reduction;
  private final int times;
  private final Rectangle whole;
  private final Runnable onClose;

  /**
   * @param raster of its own reduction; closed with this
   * @param reductionBefore of the picture that this is the larger one of
   */
  LargerJpeg(
      JpegDecoder.Raster raster,
      Orientation orientation,
      Optional<ColourProfile> profile,
      int reductionBefore,
      int reduction,
      Runnable onClose) {
    this.raster = raster;
    this.orientation = orientation;
    this.profile = profile;
    this.reduction = reduction;
    this.times = reductionBefore / reduction;
    this.whole =
        new Rectangle(Math.ceilDiv(raster.width(), times), Math.ceilDiv(raster.height(), times));
    this.onClose = onClose;
  }

  @Override
  public int times() {
    return times;
  }

  @Override
  public Part part(int left, int top, int width, int height) {
    Rectangle stored =
        orientation
            .stored(new Rectangle(left, top, width, height), whole)
            .intersection(new Rectangle(raster.width() / times, raster.height() / times));
    if (stored.isEmpty()) {
      throw new IllegalArgumentException("Outside the picture");
    }
    Rectangle upright = orientation.upright(stored, whole);
    return new Part(upright.x, upright.y, picture(stored));
  }

  private Picture picture(Rectangle area) {
    BufferedImage stored =
        Stored.image(
            raster, area.x * times, area.y * times, area.width * times, area.height * times);
    return UprightSrgb.picture(
        PhotoFormat.JPEG,
        new Parts(stored, orientation, profile),
        reduction,
        _ -> Optional.empty(),
        () -> {});
  }

  @Override
  public void close() {
    raster.close();
    onClose.run();
  }
}
