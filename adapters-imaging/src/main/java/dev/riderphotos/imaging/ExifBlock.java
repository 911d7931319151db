package dev.riderphotos.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing in an EXIF block that matters to us. A block that makes no sense says nothing. */
final class ExifBlock {
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_BYTES = 12;

  private ExifBlock() {}

  /**
   * @param tiff begins with TIFF's byte order, "II" or "MM"
   */
  static Orientation orientation(ByteBuffer tiff) {
    try {
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int entries = tiff.getChar(directory);
      return orientation(tiff, directory + 2, entries);
    } catch (IndexOutOfBoundsException senseless) {
      return Orientation.UPRIGHT;
    }
  }

  private static Orientation orientation(ByteBuffer tiff, int firstEntry, int entries) {
    for (int i = 0; i < entries; i++) {
      int entry = firstEntry + i * ENTRY_BYTES;
      if (tiff.getChar(entry) == ORIENTATION) {
        return Orientation.ofExif(tiff.getChar(entry + 8));
      }
    }
    return Orientation.UPRIGHT;
  }
}
