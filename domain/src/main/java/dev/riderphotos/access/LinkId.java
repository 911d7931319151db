package dev.riderphotos.access;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Names a link, and gives nothing of it away: who knows it can revoke the link, not open it. Its
 * last digits are of our signature on the others, for links may be revoked that nothing is kept of,
 * and a slip of the pen is to be noticed.
 */
public record LinkId(String value) {
  private static final int BYTES = 6;
  private static final int CHECK = 4;

  public LinkId {
    if (!value.matches("[0-9a-f]{16}")) {
      throw new IllegalArgumentException("A link's id has 16 hexadecimal digits");
    }
  }

  static LinkId random(Signatures signatures) {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String random = HexFormat.of().formatHex(bytes);
    return new LinkId(random + check(signatures, random));
  }

  /** Whether there may be a link of this id. */
  boolean isOurs(Signatures signatures) {
    String random = value.substring(0, 2 * BYTES);
    return value.endsWith(check(signatures, random));
  }

  private static String check(Signatures signatures, String random) {
    return signatures.sign("link-id", random).substring(0, CHECK);
  }

  @Override
  public String toString() {
    return value;
  }
}
