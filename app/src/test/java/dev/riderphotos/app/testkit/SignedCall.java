package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A call of Rekognition that is signed by hand, with all its headers: SDKs leave some out. */
public final class SignedCall {
  private static final String SCOPE = "/us-east-1/rekognition/aws4_request";

  private final SortedMap<String, String> headers = new TreeMap<>();
  private final String listed;
  private final String authorization;

  /** One of ListCollections, whose body is {@code {}}. */
  public SignedCall(String id, String secret, int port, Map<String, String> more) {
    String date = Instant.now().toString().replaceAll("[-:]|\\.\\d+", "");
    headers.put("host", "localhost:" + port);
    headers.put("x-amz-date", date);
    headers.put("x-amz-target", "RekognitionService.ListCollections");
    headers.putAll(more);
    listed = String.join(";", headers.keySet());
    authorization =
        "AWS4-HMAC-SHA256 Credential=%s, SignedHeaders=%s, Signature=%s"
            .formatted(
                id + "/" + date.substring(0, 8) + SCOPE, listed, signature(secret, date, lines()));
  }

  /** What is sent before the body; the connection is to end with the answer. */
  public String head(int length) {
    headers.putIfAbsent("content-length", String.valueOf(length));
    return "POST /rekognition HTTP/1.1\n%sauthorization: %s\nconnection: close\n\n"
        .formatted(lines(), authorization);
  }

  public SignedCall with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  private String lines() {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private String signature(String secret, String date, String lines) {
    String request =
        String.join("\n", "POST", "/rekognition", "", lines, listed, hex(sha256("{}")));
    byte[] key = ("AWS4" + secret).getBytes(UTF_8);
    for (String part : List.of((date.substring(0, 8) + SCOPE).split("/", -1))) {
      key = mac(key, part);
    }
    String scope = date.substring(0, 8) + SCOPE;
    String said = String.join("\n", "AWS4-HMAC-SHA256", date, scope, hex(sha256(request)));
    return hex(mac(key, said));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new AssertionError(missing);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new AssertionError(missing);
    }
  }
}
