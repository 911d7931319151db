package dev.riderphotos.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A Huffman table of a JPEG. */
final class JpegHuffman {
  /** Codes of up to so many bits, nearly all, are looked up at once. */
  private static final int QUICK = 9;

  private static final int LONGEST = 16;

  private final byte[] symbols;
  private final short[] quick = new short[1 << QUICK];

  /** By length: what lies at or above it, within sixteen bits, is a longer code. */
  private final int[] above = new int[LONGEST + 1];

  /** By length: what to add to a code to have the index of its symbol. */
  private final int[] offset = new int[LONGEST + 1];

  private final int[] codes = new int[256];
  private final byte[] lengths = new byte[256];

  /**
   * @param table how many codes there are of each length, then their symbols
   * @throws IOException if there are more than fit
   */
  JpegHuffman(ByteBuffer table) throws IOException {
    byte[] counts = new byte[LONGEST];
    table.get(counts);
    this.symbols = new byte[table.remaining()];
    table.get(symbols);
    int code = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      offset[length] = index - code;
      for (int last = index + (counts[length - 1] & 0xFF); index < last; index++, code++) {
        add(code, length, symbols[index]);
      }
      above[length] = code << (LONGEST - length);
      code <<= 1;
    }
  }

  private void add(int code, int length, byte symbol) throws IOException {
    if (code >= 1 << length) {
      throw new IOException("More codes than there are");
    }
    codes[symbol & 0xFF] = code;
    lengths[symbol & 0xFF] = (byte) length;
    for (int i = 0; length <= QUICK && i < 1 << (QUICK - length); i++) {
      quick[(code << (QUICK - length)) + i] = (short) (length << 8 | (symbol & 0xFF));
    }
  }

  /** Reads one symbol. */
  int read(JpegBits bits) throws IOException {
    int ahead = bits.peek();
    int found = quick[ahead >> (LONGEST - QUICK)];
    if (found != 0) {
      bits.skip(found >> 8);
      return found & 0xFF;
    }
    int length = QUICK + 1;
    while (length <= LONGEST && ahead >= above[length]) {
      length++;
    }
    if (length > LONGEST) {
      throw new IOException("Not a code");
    }
    bits.skip(length);
    return symbols[(ahead >> (LONGEST - length)) + offset[length]] & 0xFF;
  }

  /**
   * @throws IOException if the table has no code for it
   */
  void write(int symbol, JpegWriter out) throws IOException {
    if (symbol > 255 || lengths[symbol] == 0) {
      throw new IOException("A number that is too large");
    }
    out.bits(codes[symbol], lengths[symbol]);
  }
}
