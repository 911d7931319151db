package dev.riderphotos.photo;

import java.util.zip.Checksum;

/**
 * CRC-64/NVME, which AWS's clients send by default. The polynomial is that of the NVM Express NVM
 * Command Set Specification, its bits reversed; the checksum of the digits 1 to 9 is {@code
 * AE8B14860A799888}, as in <a href="https://reveng.sourceforge.io/crc-catalogue/all.htm">the
 * catalogue of CRCs</a>.
 */
final class Crc64Nvme implements Checksum {
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
  private static final long[] TABLE = table();

  private long inverted = -1;

  @Override
  public void update(int value) {
    inverted = TABLE[(int) (inverted ^ value) & 0xFF] ^ (inverted >>> 8);
  }

  @Override
  public void update(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      update(bytes[i]);
    }
  }

  @Override
  public long getValue() {
    return ~inverted;
  }

  @Override
  public void reset() {
    inverted = -1;
  }

  private static long[] table() {
    long[] table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long rest = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        rest = (rest & 1) == 0 ? rest >>> 1 : (rest >>> 1) ^ POLYNOMIAL;
      }
      table[i] = rest;
    }
    return table;
  }
}
