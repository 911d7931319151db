package dev.riderphotos.photo;

/**
 * Decodes a photo into upright sRGB pixels: its EXIF orientation applied, its colour profile
 * converted, transparency laid on white.
 *
 * <p>What the header says is checked before a pixel is decoded. How many pixels are decoded at
 * once, by all callers together, is bounded: a call waits for its turn. The limits are
 * Rekognition's, and for pixels ours; of a photo that has more than {@link #MAX_PIXELS}, and is of
 * a kind that can be read smaller than it is, every second pixel is taken, or fewer. Keeps nothing,
 * so that a call may be repeated. Faults are {@link dev.riderphotos.BackendException}s; where all
 * happens in memory, there are none.
 */
public interface PhotoOpener {
  int MIN_SIDE = 80;
  int MAX_SIDE = 16_384;
  int MAX_PIXELS = 25_000_000;

  /** So many where a photo can be read smaller than it is. */
  int MAX_PIXELS_REDUCED = 60_000_000;

  /** As large as it can be. */
  int WHOLE = Integer.MAX_VALUE;

  /** Never throws for what a photo contains: rubbish is {@link Opened.Unacceptable}. */
  Opened open(Photo photo);

  /**
   * As {@link #open(Photo)}, for a caller to whom fewer pixels are enough: the picture may be
   * smaller than the photo, by a whole number. The same photo always gives the same picture. An
   * opener that cannot leave out pixels opens all.
   *
   * @param enough how many pixels the longer side must have, if the photo has so many; or {@link
   *     #WHOLE}
   */
  default Opened open(Photo photo, int enough) {
    return open(photo);
  }
}
