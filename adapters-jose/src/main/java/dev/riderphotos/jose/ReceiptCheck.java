package dev.riderphotos.jose;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Says whether a receipt is as it was signed, by public keys alone. Only EdDSA is heeded, whatever
 * the receipt says, and every part must be written as it would be again: else a last character
 * could be another, and nobody would know.
 */
public final class ReceiptCheck {
  private static final int PARTS = 3;

  private final JsonWebKeySet keys;

  private ReceiptCheck(JsonWebKeySet keys) {
    this.keys = keys;
  }

  /**
   * Checks by these keys: a set, or one by itself.
   *
   * @throws IllegalArgumentException if they are none
   */
  public static ReceiptCheck by(String keys) {
    try {
      JsonWebKeySet set =
          keys.contains("\"keys\"")
              ? new JsonWebKeySet(keys)
              : new JsonWebKeySet(JsonWebKey.Factory.newJwk(keys));
      if (set.getJsonWebKeys().isEmpty()) {
        throw new IllegalArgumentException("There is no key in it");
      }
      return new ReceiptCheck(set);
    } catch (JoseException | RuntimeException noKeys) {
      throw new IllegalArgumentException("It is no set of public keys (JWKS)", noKeys);
    }
  }

  /** What came of it. */
  public sealed interface Result {
    /** It is as it was signed: this is what it says, as JSON. */
    record Genuine(String says, String key) implements Result {}

    /** It is not, or nobody knows: the sentence says why. */
    record NotGenuine(String why) implements Result {}
  }

  /** Checks a receipt as it was given to the rider; a line's end behind it does not matter. */
  public Result check(String written) {
    String receipt = written.replaceFirst("\r?\n\\z", "");
    if (!plain(receipt)) {
      return new Result.NotGenuine("It is no receipt: three parts of letters, with dots between");
    }
    try {
      return verified(receipt);
    } catch (JoseException | RuntimeException unreadable) {
      return new Result.NotGenuine("It is no receipt, or was changed: it cannot be read");
    }
  }

  private Result verified(String receipt) throws JoseException {
    JsonWebSignature signed = new JsonWebSignature();
    signed.setAlgorithmConstraints(
        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
    signed.setCompactSerialization(receipt);
    Optional<OctetKeyPairJsonWebKey> key = key(signed.getKeyIdHeaderValue());
    if (!JoseReceiptSeal.TYPE.equals(signed.getHeader("typ")) || key.isEmpty()) {
      return new Result.NotGenuine("It was not signed by any of these keys as a receipt");
    }
    signed.setKey(key.get().getPublicKey());
    return signed.verifySignature()
        ? new Result.Genuine(signed.getUnverifiedPayload(), key.get().getKeyId())
        : new Result.NotGenuine("It was changed: the signature is of something else");
  }

  private Optional<OctetKeyPairJsonWebKey> key(String id) {
    List<JsonWebKey> all = keys.getJsonWebKeys();
    return all.stream()
        .filter(key -> key.getKeyId() != null && key.getKeyId().equals(id))
        .filter(OctetKeyPairJsonWebKey.class::isInstance)
        .map(OctetKeyPairJsonWebKey.class::cast)
        .findFirst();
  }

  private static boolean plain(String receipt) {
    String[] parts = receipt.split("\\.", -1);
    if (parts.length != PARTS) {
      return false;
    }
    for (String part : parts) {
      if (!asWrittenAgain(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean asWrittenAgain(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }
}
