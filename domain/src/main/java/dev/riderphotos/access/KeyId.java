package dev.riderphotos.access;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names a key, and gives nothing of it away. */
public record KeyId(String value) {
  private static final int BYTES = 6;

  public KeyId {
    if (!value.matches("[0-9a-f]{12}")) {
      throw new IllegalArgumentException("A key's id has 12 hexadecimal digits");
    }
  }

  static KeyId random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new KeyId(HexFormat.of().formatHex(bytes));
  }

  @Override
  public String toString() {
    return value;
  }
}
