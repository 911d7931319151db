package dev.riderphotos.gallery;

import dev.riderphotos.photo.Photo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Knows a photo again by its bytes, and tells nothing of it: their SHA-256, in hexadecimal. */
public record PhotoDigest(String value) {
  public PhotoDigest {
    if (!value.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a SHA-256 in hexadecimal");
    }
  }

  public static PhotoDigest of(Photo photo) {
    return new PhotoDigest(HexFormat.of().formatHex(sha256(photo.bytes())));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
