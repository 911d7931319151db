package dev.riderphotos.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a JPEG has said so far of how its scans are compressed. */
final class JpegTables {
  /** What an AC table's number has beside it. */
  private static final int AC = 0x10;

  /** By number, those of AC after those of DC. */
  private final Map<Integer, ByteBuffer> codes = new HashMap<>();

  private final Map<Integer, JpegHuffman> huffman = new HashMap<>();
  private final Map<Integer, int[]> quantization = new HashMap<>();
  private int restartInterval;

  /** Knows from the start what files may leave out that consist of many such pictures. */
  JpegTables() throws IOException {
    readHuffman(ByteBuffer.wrap(StandardHuffman.tables()));
  }

  /** Remembers what one segment says; those of other types are of no interest. */
  void read(int type, ByteBuffer content) throws IOException {
    switch (type) {
      case JpegMarkers.DHT -> readHuffman(content);
      case JpegMarkers.DQT -> readQuantization(content);
      case JpegMarkers.DRI -> restartInterval = content.getChar();
      default -> {}
    }
  }

  /** They are not made into something quick before they are used: a file may hold very many. */
  private void readHuffman(ByteBuffer content) throws IOException {
    while (content.hasRemaining()) {
      int number = content.get();
      int symbols = 0;
      for (int i = 0; i < 16; i++) {
        symbols += content.get(content.position() + i) & 0xFF;
      }
      if ((number & ~(AC | 3)) != 0 || symbols > 256) {
        throw new IOException("Not a Huffman table");
      }
      codes.put(number, content.slice(content.position(), 16 + symbols));
      huffman.remove(number);
      content.position(content.position() + 16 + symbols);
    }
  }

  private void readQuantization(ByteBuffer content) throws IOException {
    while (content.hasRemaining()) {
      int number = content.get();
      if ((number & ~0x13) != 0) {
        throw new IOException("Not a quantization table");
      }
      int[] table = new int[64];
      Arrays.setAll(table, _ -> number >> 4 == 0 ? content.get() & 0xFF : content.getChar());
      quantization.put(number & 3, table);
    }
  }

  JpegHuffman dc(int number) throws IOException {
    return huffman(number);
  }

  JpegHuffman ac(int number) throws IOException {
    return huffman(AC | number);
  }

  /** How many codes of DC there are of each length, then their symbols. */
  ByteBuffer dcCodes(int number) throws IOException {
    return codes(number);
  }

  ByteBuffer acCodes(int number) throws IOException {
    return codes(AC | number);
  }

  private ByteBuffer codes(int number) throws IOException {
    ByteBuffer source = codes.get(number);
    if (source == null) {
      throw new IOException("No Huffman table");
    }
    return source;
  }

  private JpegHuffman huffman(int number) throws IOException {
    JpegHuffman table = huffman.get(number);
    if (table == null) {
      table = new JpegHuffman(codes(number).duplicate());
      huffman.put(number, table);
    }
    return table;
  }

  int[] quantization(int number) throws IOException {
    int[] table = quantization.get(number);
    if (table == null) {
      throw new IOException("No quantization table");
    }
    return table;
  }

  /** Zero means that the data have no restart markers. */
  int restartInterval() {
    return restartInterval;
  }
}
