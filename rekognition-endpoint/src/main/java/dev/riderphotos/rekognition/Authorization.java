package dev.riderphotos.rekognition;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Authorization header of Signature Version 4.
 *
 * @param day of the credential scope, as {@code 20260131}
 * @param signedHeaders in lower case
 */
record Authorization(
    String accessKeyId, String day, String region, List<String> signedHeaders, String signature) {
  private static final Pattern FORM =
      Pattern.compile(
          "AWS4-HMAC-SHA256 +Credential=([^/, ]+)/(\\d{8})/([^/, ]+)/([^/, ]+)/aws4_request *, *"
              + "SignedHeaders=([^, ]+) *, *Signature=([0-9a-f]{64})");
  private static final String SERVICE = "rekognition";

  Authorization {
    signedHeaders = List.copyOf(signedHeaders);
  }

  static Authorization of(String header) {
    Matcher parts = FORM.matcher(header.strip());
    if (!parts.matches()) {
      throw new RekognitionException(
          "IncompleteSignatureException",
          "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters"
              + " of Signature Version 4.");
    }
    if (!parts.group(4).equals(SERVICE)) {
      throw new RekognitionException(
          "InvalidSignatureException",
          "Credential should be scoped to correct service: 'rekognition'.");
    }
    return new Authorization(
        parts.group(1),
        parts.group(2),
        parts.group(3),
        List.of(parts.group(5).split(";", -1)),
        parts.group(6));
  }
}
