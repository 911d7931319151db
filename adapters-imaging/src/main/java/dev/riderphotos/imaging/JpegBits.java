package dev.riderphotos.imaging;

import java.io.EOFException;
import java.io.IOException;

/** The compressed bits of a JPEG's scan, which end at a marker. */
final class JpegBits {
  private final byte[] bytes;
  private int position;
  private long ahead;
  private int count;

  /** How many of those ahead are not in the file. */
  private int madeUp;

  JpegBits(byte[] bytes, int from) {
    this.bytes = bytes;
    this.position = from;
  }

  /** The next sixteen, some of which may not be there. */
  int peek() {
    if (count < 16) {
      fill();
    }
    return (int) (ahead >> (count - 16)) & 0xFFFF;
  }

  /**
   * @param length at most sixteen
   * @throws EOFException if fewer are left
   */
  int read(int length) throws EOFException {
    int value = peek() >> (16 - length);
    skip(length);
    return value;
  }

  void skip(int length) throws EOFException {
    count -= length;
    if (count < madeUp) {
      throw new EOFException("Picture data is missing");
    }
  }

  /** A number of so many bits: those that begin with a zero are negative. */
  int signed(int length) throws EOFException {
    int value = read(length);
    return length > 0 && value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
  }

  private void fill() {
    while (count <= 48) {
      int next = next();
      ahead = ahead << 8 | Math.max(next, 0);
      count += 8;
      madeUp += next < 0 ? 8 : 0;
    }
  }

  /** Negative at a marker and at the end of the file. */
  private int next() {
    if (position >= bytes.length) {
      return -1;
    }
    int value = bytes[position] & 0xFF;
    if (value != 0xFF) {
      position++;
      return value;
    }
    while (position + 1 < bytes.length && bytes[position + 1] == (byte) 0xFF) {
      position++;
    }
    if (position + 1 >= bytes.length || bytes[position + 1] != 0) {
      return -1;
    }
    position += 2;
    return 0xFF;
  }

  /**
   * Goes on behind a restart marker. What is left before it is of no use and does no harm.
   *
   * @throws IOException if the next marker is another: whatever lay between is lost
   */
  void restart(int number) throws IOException {
    position = JpegMarkers.next(bytes, position);
    if (JpegMarkers.type(bytes, position) != JpegMarkers.RST0 + number) {
      throw new IOException("A restart marker is missing");
    }
    position += 2;
    ahead = 0;
    count = 0;
    madeUp = 0;
  }

  /** The position is never behind the next marker. */
  int position() {
    return position;
  }
}
