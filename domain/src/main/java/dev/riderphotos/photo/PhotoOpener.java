package dev.riderphotos.photo;

/**
 * Decodes a photo into upright sRGB pixels: its EXIF orientation applied, its colour profile
 * converted, transparency laid on white.
 *
 * <p>What the header says is checked before a pixel is decoded. How many pixels are decoded at
 * once, by all callers together, is bounded: a call waits for its turn. The limits are
 * Rekognition's, and for pixels ours. Keeps nothing, so that a call may be repeated. Faults are
 * {@link dev.riderphotos.BackendException}s; where all happens in memory, there are none.
 */
public interface PhotoOpener {
  int MIN_SIDE = 80;
  int MAX_SIDE = 16_384;
  int MAX_PIXELS = 25_000_000;

  /** Never throws for what a photo contains: rubbish is {@link Opened.Unacceptable}. */
  Opened open(Photo photo);
}
