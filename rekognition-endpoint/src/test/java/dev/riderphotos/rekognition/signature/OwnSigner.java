package dev.riderphotos.rekognition.signature;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Signs all headers of a request, also those that SDKs leave out, and claims what it likes. */
final class OwnSigner {
  private OwnSigner() {}

  static Sent sign(Sent request, String id, String secret, Instant time) {
    return sign(request, Hashes.sha256(request.bodyBytes()), id, secret, time);
  }

  /**
   * Signs it with what is said to be the body's hash.
   *
   * @param bodyHash true or not
   */
  static Sent sign(Sent request, String bodyHash, String id, String secret, Instant time) {
    String date = time.toString().replaceAll("[-:]", "");
    Sent dated = request.with("X-Amz-Date", date);
    List<String> listed =
        dated.headers().stream()
            .map(header -> header.name().toLowerCase(Locale.ROOT))
            .distinct()
            .sorted()
            .toList();
    Scope scope = new Scope(date.substring(0, 8), "eu-central-1", "rekognition");
    String signature =
        scope.signature(secret, date, CanonicalRequest.of(dated.head(), listed, bodyHash));
    return dated.with(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(id, scope, String.join(";", listed), signature));
  }
}
