package dev.riderphotos.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What the holder of a key presents: a prefix to know it by, and 256 random bits. */
public final class KeySecret {
  private static final String PREFIX = "rpk_";
  private static final int BYTES = 32;

  private final String text;

  private KeySecret(String text) {
    this.text = text;
  }

  static KeySecret random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new KeySecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whatever somebody presents; it need not be a key. */
  public static KeySecret of(String presented) {
    return new KeySecret(presented);
  }

  /** Reveals the secret, for the one time that it is shown. */
  public String reveal() {
    return text;
  }

  /**
   * What is kept of it. A plain hash will do: nobody can try out 256 random bits, as they can try
   * out passwords, so that slowness would protect nothing.
   */
  KeyHash hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return new KeyHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** Tells nothing, so that no log can. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
