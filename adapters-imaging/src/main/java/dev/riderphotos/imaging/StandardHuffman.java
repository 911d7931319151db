package dev.riderphotos.imaging;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * The tables that the JPEG standard gives as typical. Films of JPEG frames, as webcams make them,
 * leave them out, and they have a code for whatever a picture of 8 bits a sample may contain.
 */
final class StandardHuffman {
  private StandardHuffman() {}

  /** The content of a segment: DC's and AC's for brightness, then for differences of colour. */
  static byte[] tables() {
    ByteArrayOutputStream tables = new ByteArrayOutputStream();
    write(0x00, JPEGHuffmanTable.StdDCLuminance, tables);
    write(0x10, JPEGHuffmanTable.StdACLuminance, tables);
    write(0x01, JPEGHuffmanTable.StdDCChrominance, tables);
    write(0x11, JPEGHuffmanTable.StdACChrominance, tables);
    return tables.toByteArray();
  }

  private static void write(int number, JPEGHuffmanTable table, ByteArrayOutputStream out) {
    out.write(number);
    for (short count : Arrays.copyOf(table.getLengths(), 16)) {
      out.write(count);
    }
    for (short symbol : table.getValues()) {
      out.write(symbol);
    }
  }
}
