package dev.riderphotos.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests, for names: the same text has the same one, for ever. */
final class Digests {
  private Digests() {}

  /** The ETag that S3 gives an object which was put in one piece. */
  static String etag(byte[] content) {
    return HexFormat.of().formatHex(digest("MD5", content));
  }

  static byte[] sha256(byte[] content) {
    return digest("SHA-256", content);
  }

  /** The first 64 bits of the SHA-256 of these texts, which hold no line feed. */
  static long of(String... texts) {
    return ByteBuffer.wrap(sha256(String.join("\n", texts).getBytes(UTF_8))).getLong();
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has " + algorithm, impossible);
    }
  }
}
