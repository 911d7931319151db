package dev.riderphotos.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing in an EXIF block that matters to us. A block that makes no sense says nothing. */
final class ExifBlock {
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_BYTES = 12;
  private static final int NAME_BYTES = 6;

  private ExifBlock() {}

  /**
   * @param block begins with TIFF's byte order, "II" or "MM", or with EXIF's name before that
   */
  static Orientation orientation(ByteBuffer block) {
    try {
      int start = block.get(0) == 'E' ? NAME_BYTES : 0;
      ByteBuffer tiff = block.slice(start, block.limit() - start);
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
        return Orientation.ofExif(number(tiff, tiff.getChar(entry + 2), entry + 8));
      }
    }
    return Orientation.UPRIGHT;
  }

  /** EXIF wants two bytes; some write one or four. */
  private static int number(ByteBuffer tiff, int type, int at) {
    return switch (type) {
      case 1, 6 -> tiff.get(at);
      case 3, 8 -> tiff.getChar(at);
      case 4, 9 -> tiff.getInt(at);
      default -> 0;
    };
  }
}
