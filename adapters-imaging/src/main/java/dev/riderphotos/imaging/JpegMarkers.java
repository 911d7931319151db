package dev.riderphotos.imaging;

import java.io.EOFException;
import java.io.IOException;

/** Finds markers, as libjpeg does: what lies between segments and is no marker is passed over. */
final class JpegMarkers {
  private JpegMarkers() {}

  /**
   * Where the next marker stands (its last 0xFF): not a stuffed zero, which compressed data is full
   * of.
   *
   * @throws EOFException if there is none
   */
  static int next(byte[] bytes, int from) throws EOFException {
    for (int at = from; at < bytes.length - 1; at++) {
      if (bytes[at] == (byte) 0xFF && bytes[at + 1] != (byte) 0xFF && bytes[at + 1] != 0) {
        return at;
      }
    }
    throw new EOFException("Cut short");
  }

  static int type(byte[] bytes, int marker) {
    return bytes[marker + 1] & 0xFF;
  }

  /** Markers that have no content: TEM and the restarts within a scan. */
  private static boolean bare(int type) {
    return type == 0x01 || (type >= 0xD0 && type <= 0xD7);
  }

  /** Where the marker's segment ends. */
  static int end(byte[] bytes, int marker) throws IOException {
    if (bare(type(bytes, marker))) {
      return marker + 2;
    }
    if (marker + 4 > bytes.length) {
      throw new EOFException("Cut short");
    }
    int length = (bytes[marker + 2] & 0xFF) << 8 | (bytes[marker + 3] & 0xFF);
    int end = marker + 2 + length;
    if (length < 2 || end > bytes.length) {
      throw new IOException("A segment of " + length + " bytes");
    }
    return end;
  }
}
