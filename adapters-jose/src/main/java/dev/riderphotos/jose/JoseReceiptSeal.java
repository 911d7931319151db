package dev.riderphotos.jose;

import dev.riderphotos.BackendException;
import dev.riderphotos.consent.Consent;
import dev.riderphotos.receipt.KeptElsewhere;
import dev.riderphotos.receipt.Receipt;
import dev.riderphotos.receipt.ReceiptKeys;
import dev.riderphotos.receipt.ReceiptSeal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Receipts as compact JSON Web Signatures (<a href="https://www.rfc-editor.org/rfc/rfc7515">RFC
 * 7515</a>) by EdDSA with Ed25519 (<a href="https://www.rfc-editor.org/rfc/rfc8037">RFC 8037</a>).
 * Their header names the key ({@code kid}) and what they are ({@code typ}), so that nothing else
 * that is signed passes for one.
 */
public final class JoseReceiptSeal implements ReceiptSeal {
  static final String TYPE = "erasure-receipt+jwt";

  private final ReceiptKeys keys;

  public JoseReceiptSeal(ReceiptKeys keys) {
    this.keys = keys;
  }

  @Override
  public void prepare() {
    SigningKeys _ = kept();
  }

  @Override
  public String seal(Receipt receipt) {
    OctetKeyPairJsonWebKey key = kept().present();
    JsonWebSignature signed = new JsonWebSignature();
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
    signed.setKeyIdHeaderValue(key.getKeyId());
    signed.setHeader("typ", TYPE);
    signed.setKey(key.getPrivateKey());
    signed.setPayload(JsonUtil.toJson(claims(receipt)));
    try {
      return signed.getCompactSerialization();
    } catch (JoseException fault) {
      throw new BackendException("sign a receipt", false, fault);
    }
  }

  @Override
  public String publicKeys() {
    return kept().publicText();
  }

  @Override
  public String rotate() {
    String text =
        keys.change(() -> SigningKeys.fresh().text(), present -> read(present).rotated().text());
    return read(text).present().getKeyId();
  }

  private SigningKeys kept() {
    return read(keys.orKeep(() -> SigningKeys.fresh().text()));
  }

  private static SigningKeys read(String text) {
    try {
      return SigningKeys.read(text);
    } catch (IllegalArgumentException damaged) {
      throw new BackendException("use the keys of receipts", false, damaged);
    }
  }

  private static Map<String, Object> claims(Receipt receipt) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", receipt.issuer());
    claims.put("sub", receipt.rider().value());
    claims.put("iat", receipt.issuedAt().getEpochSecond());
    claims.put("jti", receipt.id().toString());
    claims.put("erased", receipt.erased());
    claims.put("gallery", receipt.galleryLookedAt() ? "LOOKED_AT" : "NOT_LOOKED_AT");
    claims.put("consents", receipt.consents().stream().map(JoseReceiptSeal::claims).toList());
    claims.put("kept", receipt.kept().stream().map(JoseReceiptSeal::claims).toList());
    return claims;
  }

  private static Map<String, Object> claims(Consent consent) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("version", consent.version());
    claims.put("language", consent.language().tag());
    claims.put("at", consent.at().toString());
    return claims;
  }

  private static Map<String, Object> claims(KeptElsewhere kept) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("place", kept.place().name());
    claims.put("what", kept.place().sentence());
    Instant until = kept.until();
    if (until != null) {
      claims.put("until", until.toString());
    }
    return claims;
  }
}
