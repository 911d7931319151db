package dev.riderphotos.imaging;

import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;

/** From an encoded image to the pixels that everybody shares: on white, in sRGB, upright. */
final class UprightSrgb {
  private UprightSrgb() {}

  static Picture decode(PhotoFormat format, EncodedImage image, Runnable onClose)
      throws IOException {
    int width = image.width();
    int height = image.height();
    Parts parts = image.decode();
    Orientation orientation = parts.orientation();
    return new Picture(
        format,
        orientation.width(width, height),
        orientation.height(width, height),
        pixels(parts),
        onClose);
  }

  /** Three bytes a pixel: blue, green, red. */
  static byte[] pixels(Parts parts) {
    BufferedImage stored = parts.stored();
    return parts
        .orientation()
        .upright(srgb(stored, parts.profile()), stored.getWidth(), stored.getHeight());
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
