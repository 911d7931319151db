package dev.riderphotos.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What announcements are signed with: one secret, or two while it is being changed, by either of
 * which whoever receives them may check.
 */
public final class WebhookSecrets {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST = 24;
  private static final int MOST = 64;

  private final List<SecretKeySpec> keys;

  private WebhookSecrets(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * Reads one secret, or two with a comma or a space between them.
   *
   * @throws IllegalArgumentException with a sentence that does not tell the secret
   */
  public static WebhookSecrets of(String text) {
    List<String> given =
        Arrays.stream(text.strip().split("[\\s,]+", -1)).filter(each -> !each.isEmpty()).toList();
    if (given.isEmpty() || given.size() > 2) {
      throw new IllegalArgumentException("One secret is needed, or two while it is being changed");
    }
    return new WebhookSecrets(given.stream().map(WebhookSecrets::key).toList());
  }

  private static SecretKeySpec key(String secret) {
    byte[] bytes = secret.startsWith(PREFIX) ? bytes(secret.substring(PREFIX.length())) : null;
    if (bytes == null || bytes.length < LEAST || bytes.length > MOST) {
      throw new IllegalArgumentException(
          "A secret is %s and %d to %d bytes in base64".formatted(PREFIX, LEAST, MOST));
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }

  private static byte @Nullable [] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** The header {@code webhook-signature}: one signature by each secret, with spaces between. */
  String sign(String id, long timestamp, String body) {
    byte[] signed = "%s.%d.%s".formatted(id, timestamp, body).getBytes(UTF_8);
    return keys.stream()
        .map(key -> "v1," + Base64.getEncoder().encodeToString(mac(key, signed)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] mac(SecretKeySpec key, byte[] signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(signed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
    }
  }

  @Override
  public String toString() {
    return keys.size() + " secrets"; // and not which
  }
}
