package dev.riderphotos.imaging;

import java.io.EOFException;
import java.io.IOException;

/** Finds markers, as libjpeg does: what lies between segments and is no marker is passed over. */
final class JpegMarkers {
  static final int DHT = 0xC4;
  static final int RST0 = 0xD0;
  static final int RST7 = 0xD7;
  static final int SOI = 0xD8;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;
  static final int DQT = 0xDB;
  static final int DRI = 0xDD;
  static final int DHP = 0xDE;
  static final int APP0 = 0xE0;
  static final int APP1 = 0xE1;
  static final int APP2 = 0xE2;
  static final int APP14 = 0xEE;
  private static final int TEM = 0x01;

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

  static boolean restarts(int type) {
    return type >= RST0 && type <= RST7;
  }

  /** Markers that have no content: TEM and the restarts within a scan. */
  private static boolean bare(int type) {
    return type == TEM || restarts(type);
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
