package dev.riderphotos.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures with a secret, wherever that is kept. */
public final class HmacSignatures implements Signatures {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKeySpec secret;

  /**
   * Signs with this secret.
   *
   * @throws IllegalArgumentException if it has not 32 bytes
   */
  public HmacSignatures(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("it has " + secret.length + " bytes, not " + BYTES);
    }
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** Makes a secret that nobody has yet. */
  public static byte[] newSecret() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  @Override
  public String sign(String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      for (String part : parts) {
        mac.update((part.length() + ":").getBytes(UTF_8)); // so that no two lists are alike
        mac.update(part.getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  @Override
  public boolean signed(String signature, String... parts) {
    return MessageDigest.isEqual(signature.getBytes(UTF_8), sign(parts).getBytes(UTF_8));
  }
}
