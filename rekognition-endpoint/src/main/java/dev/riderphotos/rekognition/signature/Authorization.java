package dev.riderphotos.rekognition.signature;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Authorization header of Signature Version 4.
 *
 * @param signedHeaders in lower case, in the client's order
 */
record Authorization(
    String accessKeyId, Scope scope, List<String> signedHeaders, String signature) {
  private static final Pattern FORM =
      Pattern.compile(
          "AWS4-HMAC-SHA256 +Credential=([^/, ]+)/(\\d{8})/([^/, ]+)/([^/, ]+)/aws4_request *, *"
              + "SignedHeaders=([^, ]+) *, *Signature=([0-9a-f]{64})");

  Authorization {
    signedHeaders = List.copyOf(signedHeaders);
  }

  static Authorization of(String header) {
    Matcher parts = FORM.matcher(header.strip());
    if (!parts.matches()) {
      throw new RefusedSignatureException(
          "IncompleteSignatureException",
          "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters"
              + " of Signature Version 4.");
    }
    return new Authorization(
        parts.group(1),
        new Scope(parts.group(2), parts.group(3), parts.group(4)),
        List.of(parts.group(5).split(";", -1)),
        parts.group(6));
  }
}
