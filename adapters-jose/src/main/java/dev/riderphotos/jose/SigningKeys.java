package dev.riderphotos.jose;

import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * The keys of receipts as a set of JSON Web Keys (<a
 * href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517</a>): the first is whole and signs, of
 * those of before the public halves alone are left. All are Ed25519 (<a
 * href="https://www.rfc-editor.org/rfc/rfc8037">RFC 8037</a>), each called by its thumbprint (<a
 * href="https://www.rfc-editor.org/rfc/rfc7638">RFC 7638</a>).
 */
final class SigningKeys {
  private final List<OctetKeyPairJsonWebKey> keys;

  private SigningKeys(List<OctetKeyPairJsonWebKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** A key that nobody has yet. */
  static SigningKeys fresh() {
    return new SigningKeys(List.of(key()));
  }

  /**
   * Reads what {@link #text} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static SigningKeys read(String text) {
    try {
      List<OctetKeyPairJsonWebKey> keys =
          new JsonWebKeySet(text)
              .getJsonWebKeys().stream().map(OctetKeyPairJsonWebKey.class::cast).toList();
      if (keys.isEmpty() || keys.getFirst().getPrivateKey() == null) {
        throw new IllegalArgumentException("there is no key in it that signs");
      }
      return new SigningKeys(keys);
    } catch (JoseException | ClassCastException noKeys) {
      throw new IllegalArgumentException("it is no set of Ed25519 keys", noKeys);
    }
  }

  /** All of it, with the secret. */
  String text() {
    return set(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE);
  }

  String publicText() {
    return set(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  OctetKeyPairJsonWebKey present() {
    return keys.getFirst();
  }

  /** A new key signs from now on. */
  SigningKeys rotated() {
    List<OctetKeyPairJsonWebKey> next = new ArrayList<>();
    next.add(key());
    keys.forEach(key -> next.add(publicHalf(key)));
    return new SigningKeys(next);
  }

  private static JsonWebKeySet set(List<OctetKeyPairJsonWebKey> keys) {
    return new JsonWebKeySet(List.copyOf(keys));
  }

  private static OctetKeyPairJsonWebKey key() {
    try {
      return named(OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519));
    } catch (JoseException impossible) {
      throw new IllegalStateException("every JDK has Ed25519", impossible);
    }
  }

  private static OctetKeyPairJsonWebKey publicHalf(OctetKeyPairJsonWebKey key) {
    try {
      return named(
          (OctetKeyPairJsonWebKey)
              JsonWebKey.Factory.newJwk(key.toParams(OutputControlLevel.PUBLIC_ONLY)));
    } catch (JoseException impossible) {
      throw new IllegalStateException("a half of a key is a key", impossible);
    }
  }

  private static OctetKeyPairJsonWebKey named(OctetKeyPairJsonWebKey key) {
    key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    key.setAlgorithm(AlgorithmIdentifiers.EDDSA);
    key.setUse("sig");
    return key;
  }
}
