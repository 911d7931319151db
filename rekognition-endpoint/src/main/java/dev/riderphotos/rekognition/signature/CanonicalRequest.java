package dev.riderphotos.rekognition.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.stream.Collectors;

/** The one spelling of a request that both sides hash, whatever proxies and libraries respelled. */
final class CanonicalRequest {
  private final String text;

  private CanonicalRequest(String text) {
    this.text = text;
  }

  /**
   * The request with just the headers that are listed, whichever they are.
   *
   * @param listed names in lower case, in the order in which the client signed them
   * @param bodyHash SHA-256 of the body, in lower-case hexadecimal
   */
  static CanonicalRequest of(RequestHead head, List<String> listed, String bodyHash) {
    String headers =
        listed.stream()
            .map(name -> name + ":" + value(head.headers(name)) + "\n")
            .collect(Collectors.joining());
    return new CanonicalRequest(
        String.join(
            "\n",
            head.method(),
            UriText.path(head.path()),
            UriText.query(head.query()),
            headers,
            String.join(";", listed),
            bodyHash));
  }

  String hash() {
    return Hashes.sha256(text.getBytes(ISO_8859_1));
  }

  /** Several values with commas between, and of blanks one. */
  private static String value(List<String> values) {
    return values.stream()
        .map(value -> value.strip().replaceAll("\\s+", " "))
        .collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    return text;
  }
}
