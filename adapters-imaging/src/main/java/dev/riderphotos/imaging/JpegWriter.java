package dev.riderphotos.imaging;

import java.io.ByteArrayOutputStream;

/** Writes a JPEG: markers, segments, and compressed bits. */
final class JpegWriter {
  private final ByteArrayOutputStream bytes;
  private long bits;
  private int count;

  /**
   * @param expected about how many bytes it will have
   */
  JpegWriter(int expected) {
    this.bytes = new ByteArrayOutputStream(expected);
  }

  void marker(int type) {
    bytes.write(0xFF);
    bytes.write(type);
  }

  void segment(int type, byte[] content) {
    marker(type);
    bytes.write((content.length + 2) >> 8);
    bytes.write(content.length + 2);
    bytes.writeBytes(content);
  }

  /** What is written already as it should be. */
  void copy(byte[] source, int from, int to) {
    bytes.write(source, from, to - from);
  }

  /**
   * @param length at most 16
   */
  void bits(int value, int length) {
    bits = bits << length | (value & ((1L << length) - 1));
    count += length;
    while (count >= 8) {
      count -= 8;
      int next = (int) (bits >> count) & 0xFF;
      bytes.write(next);
      if (next == 0xFF) {
        bytes.write(0); // so that it is not taken for a marker
      }
    }
  }

  /** Fills the last byte up, with ones as is the custom. */
  void endBits() {
    bits(0x7F, 7);
    count = 0;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
