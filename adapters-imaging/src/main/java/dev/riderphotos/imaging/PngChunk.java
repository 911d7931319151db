package dev.riderphotos.imaging;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/** One chunk of a PNG: length, type, content, checksum. */
final class PngChunk {
  static final int IHDR = 0x49484452;
  static final int PLTE = 0x504C5445;
  static final int IDAT = 0x49444154;
  static final int IEND = 0x49454E44;
  static final int TRNS = 0x74524E53;
  static final int EXIF = 0x65584966;
  static final int ICCP = 0x69434350;
  static final int TEXT = 0x74455874;
  static final int ZTXT = 0x7A545874;

  /** Bytes that are not content: length and type before it, the checksum after it. */
  private static final int FRAME = 12;

  private final byte[] bytes;
  private final int start;
  private final int end;

  /**
   * @throws EOFException if it has no end within the bytes
   */
  PngChunk(byte[] bytes, int start) throws EOFException {
    int left = bytes.length - start;
    if (left < FRAME) {
      throw new EOFException("Cut short");
    }
    int length = ByteBuffer.wrap(bytes).getInt(start);
    if (length < 0 || length > left - FRAME) {
      throw new EOFException("A chunk of " + length + " bytes");
    }
    this.bytes = bytes;
    this.start = start;
    this.end = start + FRAME + length;
  }

  /**
   * Empty if there is no whole chunk, nor part of one that makes pixels.
   *
   * @throws EOFException if what makes pixels breaks off
   */
  static Optional<PngChunk> at(int start, byte[] bytes) throws EOFException {
    try {
      return Optional.of(new PngChunk(bytes, start));
    } catch (EOFException cut) {
      if (bytes.length - start >= 8 && makesPixels(ByteBuffer.wrap(bytes).getInt(start + 4))) {
        throw cut;
      }
      return Optional.empty();
    }
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int type() {
    return ByteBuffer.wrap(bytes).getInt(start + 4);
  }

  ByteBuffer content() {
    return ByteBuffer.wrap(bytes, start + 8, end - start - FRAME).slice();
  }

  /** Whether the image cannot be decoded without it: PNG says so by a capital letter. */
  boolean critical() {
    return Character.isUpperCase(bytes[start + 4]);
  }

  boolean makesPixels() {
    return makesPixels(type());
  }

  private static boolean makesPixels(int type) {
    return switch (type) {
      case IHDR, PLTE, IDAT, TRNS -> true;
      default -> false;
    };
  }

  /** Whether its checksum is right. */
  boolean intact() {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, start + 4, end - start - 8);
    return (int) checksum.getValue() == ByteBuffer.wrap(bytes).getInt(end - 4);
  }
}
