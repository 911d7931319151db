package dev.riderphotos.imaging;

import dev.riderphotos.photo.LargerPicture;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.Picture;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plain JPEG that a {@link JpegDecoder} reads, with no more pixels than are of use. */
final class ReducedJpeg {
  /** A pixel in the decoder's memory, and beside it in ours. */
  private static final int BYTES_A_PIXEL = 2 * EncodedImage.BYTES_A_PIXEL;

  private final JpegImage image;
  private final JpegDecoder decoder;
  private final int reduction;
  private final PictureMemory details;

  /**
   * @param image is plain
   * @param details for looks at more of it
   */
  ReducedJpeg(JpegImage image, JpegDecoder decoder, int reduction, PictureMemory details) {
    this.image = image;
    this.decoder = decoder;
    this.reduction = reduction;
    this.details = details;
  }

  /** How much memory it takes, at most, while it is made a picture: the file is there twice. */
  long bytesToDecode() {
    return BYTES_A_PIXEL * pixels(reduction) + 2L * image.length();
  }

  /** How much it takes from then on: if there is more to be seen, the file stays. */
  long bytesDecoded() {
    return EncodedImage.BYTES_A_PIXEL * pixels(reduction) + (reduction > 1 ? image.length() : 0);
  }

  private long pixels(int reduction) {
    return Reduction.pixels(image.width(), image.height(), reduction);
  }

  /** Empty if the decoder is in doubt. */
  Optional<Picture> decode(Runnable onClose) {
    BufferedImage stored;
    try (JpegDecoder.Raster raster = raster(reduction)) {
      if (raster == null) {
        return Optional.empty();
      }
      stored = Stored.image(raster, 0, 0, raster.width(), raster.height());
    }
    Parts parts = new Parts(stored, image.orientation(), image.profile());
    return Optional.of(
        UprightSrgb.picture(
            PhotoFormat.JPEG,
            parts,
            reduction,
            times -> larger(times, parts.orientation(), parts.profile()),
            onClose));
  }

  /** One of another size than its header says is no picture. */
  private JpegDecoder.@Nullable Raster raster(int reduction) {
    JpegDecoder.Raster raster =
        image.usual().map(jpeg -> decoder.decode(jpeg, reduction)).orElse(null);
    if (raster == null
        || (raster.width() == Reduction.side(image.width(), reduction)
            && raster.height() == Reduction.side(image.height(), reduction)
            && raster.components() == image.components())) {
      return raster;
    }
    raster.close();
    return null;
  }

  /**
   * Has memory of its own: who waits for it keeps some of the memory for pictures, which whoever
   * has it may in turn be waiting for.
   */
  private Optional<LargerPicture> larger(
      double times, Orientation orientation, Optional<ColourProfile> profile) {
    int wanted = reduction;
    while (wanted > 1 && reduction < times * wanted) {
      wanted /= 2;
    }
    while (wanted < reduction && !details.holds(bytesToEnlarge(wanted))) {
      wanted *= 2;
    }
    return wanted < reduction ? open(wanted, orientation, profile) : Optional.empty();
  }

  private long bytesToEnlarge(int reduction) {
    return EncodedImage.BYTES_A_PIXEL * pixels(reduction);
  }

  private Optional<LargerPicture> open(
      int wanted, Orientation orientation, Optional<ColourProfile> profile) {
    PictureMemory.Share share = details.take(bytesToEnlarge(wanted));
    boolean handedOver = false;
    try {
      JpegDecoder.Raster raster = raster(wanted);
      if (raster == null) {
        return Optional.empty();
      }
      handedOver = true;
      return Optional.of(
          new LargerJpeg(raster, orientation, profile, reduction, wanted, share::giveBack));
    } finally {
      if (!handedOver) {
        share.giveBack();
      }
    }
  }
}
