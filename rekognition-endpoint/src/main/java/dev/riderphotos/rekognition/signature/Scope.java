package dev.riderphotos.rekognition.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/**
 * What a signature is good for: one service of one region on one day.
 *
 * @param day as {@code 20260131}
 */
record Scope(String day, String region, String service) {
  private static final String END = "aws4_request";

  /** What the holder of the secret makes of the request, in lower-case hexadecimal. */
  String signature(String secret, String date, CanonicalRequest request) {
    String said = String.join("\n", "AWS4-HMAC-SHA256", date, toString(), request.hash());
    return HexFormat.of().formatHex(Hashes.mac(key(secret), said));
  }

  /** Derives a key for this scope alone. */
  private byte[] key(String secret) {
    byte[] ofDay = Hashes.mac(("AWS4" + secret).getBytes(UTF_8), day);
    byte[] ofRegion = Hashes.mac(ofDay, region);
    byte[] ofService = Hashes.mac(ofRegion, service);
    return Hashes.mac(ofService, END);
  }

  @Override
  public String toString() {
    return String.join("/", day, region, service, END);
  }
}
