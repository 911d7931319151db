package dev.riderphotos.ruler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What stands for a name: the first 64 bits of its SHA-256. Two of 100,000 names share one with a
 * chance of one in three billion.
 */
final class Digest {
  private Digest() {}

  /** Never 0, which stands for nothing. */
  static long of(String text) {
    return of(text.getBytes(UTF_8));
  }

  static long of(byte[] bytes) {
    long digest = ByteBuffer.wrap(sha256(bytes)).getLong();
    return digest == 0 ? 1 : digest;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
