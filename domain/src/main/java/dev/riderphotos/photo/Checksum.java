package dev.riderphotos.photo;

import java.util.Base64;

/**
 * What the checksum of some content is.
 *
 * @param base64 the checksum, in base64 as S3 writes it
 */
public record Checksum(ChecksumAlgorithm algorithm, String base64) {
  /**
   * @throws IllegalArgumentException if that is no checksum of this kind
   */
  public Checksum {
    if (decoded(base64).length != algorithm.length()) {
      throw malformed();
    }
  }

  byte[] value() {
    return decoded(base64);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw malformed();
    }
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("A checksum is so many bytes as its kind has, in base64");
  }
}
