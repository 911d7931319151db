package dev.riderphotos.imaging;

import java.util.Optional;

/** An encoded image taken apart: what its pixels are made of, and how they are to be seen. */
final class Parts {
  private final byte[] pixels;
  private final Orientation orientation;
  private final Optional<ColourProfile> profile;

  /**
   * @param pixels a complete file of its format, without a colour profile: ours is the only
   *     conversion
   */
  Parts(byte[] pixels, Orientation orientation, Optional<ColourProfile> profile) {
    this.pixels = pixels;
    this.orientation = orientation;
    this.profile = profile;
  }

  byte[] pixels() {
    return pixels;
  }

  Orientation orientation() {
    return orientation;
  }

  Optional<ColourProfile> profile() {
    return profile;
  }
}
