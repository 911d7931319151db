package dev.riderphotos.imaging;

import java.io.IOException;

/** The compressed part of a JPEG, looked at without decompressing it. */
final class JpegScans {
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;

  /**
   * How many pixels all scans together may touch: 12 passes over the largest photo, and encoders
   * write about ten. A scan may be a few bytes long and yet costs a pass over all pixels: a small
   * file could keep a processor busy for many minutes.
   */
  private static final long MOST_PIXELS = 300_000_000;

  private JpegScans() {}

  /**
   * Checks that the image has an end, for decoders make up what is missing, and that decoding it is
   * no endless work.
   *
   * @param firstScan where its marker stands
   */
  static void check(byte[] bytes, int firstScan, long pixels) throws IOException {
    long touched = 0;
    int marker = firstScan;
    while (JpegMarkers.type(bytes, marker) != EOI) {
      touched += JpegMarkers.type(bytes, marker) == SOS ? pixels : 0;
      if (touched > MOST_PIXELS) {
        throw new IOException("More scans than an image has");
      }
      marker = JpegMarkers.next(bytes, JpegMarkers.end(bytes, marker));
    }
  }
}
