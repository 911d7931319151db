package dev.riderphotos.imaging;

import dev.riderphotos.photo.LargerPicture;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** From an encoded image to the pixels that everybody shares: on white, in sRGB, upright. */
final class UprightSrgb {
  private UprightSrgb() {}

  static Picture decode(PhotoFormat format, EncodedImage image, Runnable onClose)
      throws IOException {
    return picture(format, image.decode(), 1, _ -> Optional.empty(), onClose);
  }

  /** Of pixels that may be fewer than the photo has, as {@link Picture} says. */
  static Picture picture(
      PhotoFormat format,
      Parts parts,
      int reduction,
      Function<Double, Optional<LargerPicture>> larger,
      Runnable onClose) {
    BufferedImage stored = parts.stored();
    Orientation orientation = parts.orientation();
    int width = stored.getWidth();
    int height = stored.getHeight();
    return new Picture(
        format,
        orientation.width(width, height),
        orientation.height(width, height),
        orientation.upright(srgb(stored, parts.profile()), width, height),
        reduction,
        larger,
        onClose);
  }

  private static byte[] srgb(BufferedImage stored, Optional<ColourProfile> profile) {
    Optional<byte[]> direct = profile.flatMap(it -> it.srgbOfInks(stored));
    if (direct.isPresent()) {
      return direct.get();
    }
    byte[] bgr = OnWhite.bgr(stored);
    profile.ifPresent(it -> it.toSrgb(bgr));
    return bgr;
  }
}
