package dev.riderphotos.rekognition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it came in. */
final class ReceivedRequest {
  private static final String TARGET = "RekognitionService.";

  private final String rawPath;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * Nothing is copied but the headers' names.
   *
   * @param rawPath with its query, as the client sent it
   * @param headers by names of any case
   */
  ReceivedRequest(String rawPath, Map<String, List<String>> headers, byte[] body) {
    this.rawPath = rawPath;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.body = body;
  }

  String rawPath() {
    return rawPath;
  }

  /** The header's first value. */
  Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** What is asked for; empty if it is none of Rekognition's. */
  Optional<String> operation() {
    return header("X-Amz-Target")
        .filter(target -> target.startsWith(TARGET))
        .map(target -> target.substring(TARGET.length()));
  }

  /** The bytes themselves, not a copy. */
  byte[] body() {
    return body;
  }
}
