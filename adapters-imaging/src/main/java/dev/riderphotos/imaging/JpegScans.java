package dev.riderphotos.imaging;

import java.io.IOException;

/** The compressed part of a JPEG, looked at without decompressing it. */
final class JpegScans {
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;

  /**
   * Encoders write about ten. A scan may be a few bytes long and yet costs a pass over all pixels:
   * a small file could keep a processor busy for minutes.
   */
  private static final int MOST = 100;

  private JpegScans() {}

  /**
   * Checks that the image has an end: decoders make up what is missing.
   *
   * @param firstScan where its marker stands
   */
  static void check(byte[] bytes, int firstScan) throws IOException {
    int scans = 0;
    int marker = firstScan;
    while (JpegMarkers.type(bytes, marker) != EOI) {
      if (JpegMarkers.type(bytes, marker) == SOS && ++scans > MOST) {
        throw new IOException("More scans than an image has");
      }
      marker = JpegMarkers.next(bytes, JpegMarkers.end(bytes, marker));
    }
  }
}
