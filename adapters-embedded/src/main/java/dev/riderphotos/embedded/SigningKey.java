package dev.riderphotos.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.access.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures with a secret that stays in the data folder. */
public final class SigningKey implements Signatures {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKeySpec secret;

  private SigningKey(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * The folder's key; made when it is first asked for, in a file for its owner alone.
   *
   * @throws DataFolderException if it cannot be read or made
   */
  public static SigningKey open(DataFolder folder) {
    Path file = folder.signingKey();
    try {
      if (!Files.exists(file)) {
        AtomicFile.write(folder.temporary(), file, random()); // such a file is its owner's alone
      }
      return new SigningKey(checked(Files.readAllBytes(file)));
    } catch (IOException fault) {
      throw new DataFolderException("The signing key " + file + " cannot be used: " + fault, fault);
    }
  }

  /** A key that nobody else has, and that ends with this process. */
  public static SigningKey ofThisProcess() {
    return new SigningKey(random());
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

  private static byte[] random() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  private static byte[] checked(byte[] secret) throws IOException {
    if (secret.length != BYTES) {
      throw new IOException("it has " + secret.length + " bytes, not " + BYTES);
    }
    return secret;
  }
}
