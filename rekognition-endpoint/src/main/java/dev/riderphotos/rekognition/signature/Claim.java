package dev.riderphotos.rekognition.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * A request that names one of our keys and is well signed as far as can be told before its body is
 * there: whether it is the key's holder who sent it, only {@link #verify} says.
 */
public final class Claim {
  private static final String BODY_HASH = "x-amz-content-sha256";

  private final RequestHead head;
  private final Authorization given;
  private final String secret;
  private final String date;

  Claim(RequestHead head, Authorization given, String secret, String date) {
    this.head = head;
    this.given = given;
    this.secret = secret;
    this.date = date;
  }

  /** The id of the key that the request is said to be signed with. */
  public String accessKeyId() {
    return given.accessKeyId();
  }

  /**
   * Returns if the key's holder signed this request with this body.
   *
   * @param body is read to its end and closed
   * @throws RefusedSignatureException if not
   */
  public void verify(InputStream body) throws IOException {
    String hash = Hashes.sha256(body);
    if (given.signedHeaders().contains(BODY_HASH)
        && !head.header(BODY_HASH).filter(hash::equals).isPresent()) {
      throw RefusedSignatureException.invalid(
          "'"
              + BODY_HASH
              + "' is not the SHA-256 of the body; this service wants the body signed.");
    }
    String expected =
        given
            .scope()
            .signature(secret, date, CanonicalRequest.of(head, given.signedHeaders(), hash));
    if (!MessageDigest.isEqual(expected.getBytes(UTF_8), given.signature().getBytes(UTF_8))) {
      throw RefusedSignatureException.invalid(
          "The request signature we calculated does not match the signature you provided. Check"
              + " your AWS Secret Access Key and signing method. Consult the service documentation"
              + " for details.");
    }
  }
}
