package dev.riderphotos.photo;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The ways in which a sender may say what the content's checksum is. */
public enum ChecksumAlgorithm {
  MD5(16),
  CRC32(Integer.BYTES),
  CRC32C(Integer.BYTES),
  CRC64NVME(Long.BYTES),
  SHA1(20),
  SHA256(32);

  private final int length;

  ChecksumAlgorithm(int length) {
    this.length = length;
  }

  /** How many bytes its checksums have. */
  public int length() {
    return length;
  }

  /** A checksum of content that is yet to come. */
  Running start() {
    return switch (this) {
      case MD5 -> running("MD5");
      case SHA1 -> running("SHA-1");
      case SHA256 -> running("SHA-256");
      case CRC32 -> running(new CRC32());
      case CRC32C -> running(new CRC32C());
      case CRC64NVME -> running(new Crc64Nvme());
    };
  }

  /** A checksum of what came so far. */
  interface Running {
    void update(byte[] piece);

    byte[] value();
  }

  private static Running running(String digest) {
    MessageDigest of = digest(digest);
    return new Running() {
      @Override
      public void update(byte[] piece) {
        of.update(piece);
      }

      @Override
      public byte[] value() {
        return of.digest();
      }
    };
  }

  /** Values are big-endian, as S3 writes them. */
  private Running running(java.util.zip.Checksum sum) {
    return new Running() {
      @Override
      public void update(byte[] piece) {
        sum.update(piece);
      }

      @Override
      public byte[] value() {
        byte[] whole = ByteBuffer.allocate(Long.BYTES).putLong(sum.getValue()).array();
        return Arrays.copyOfRange(whole, Long.BYTES - length, Long.BYTES);
      }
    };
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has " + name, impossible);
    }
  }
}
