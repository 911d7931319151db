package dev.riderphotos.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fields that go out as one text with our signature, fit for a URL or a cookie, and come back. The
 * signature is on the text as it is written, so that there is one way to write anything.
 */
final class SignedText {
  private static final int MAX_LENGTH = 1024;
  private static final String BETWEEN = ".";

  private final Signatures signatures;
  private final String purpose;

  /**
   * @param purpose what is signed for one purpose is nothing for another
   */
  SignedText(Signatures signatures, String purpose) {
    this.signatures = signatures;
    this.purpose = purpose;
  }

  String write(String... fields) {
    String text =
        Arrays.stream(fields)
            .map(field -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(field)))
            .collect(Collectors.joining(BETWEEN));
    return text + BETWEEN + signatures.sign(purpose, text);
  }

  /** The fields; empty if it was not we who wrote this. */
  Optional<List<String>> read(String signed) {
    int end = signed.lastIndexOf(BETWEEN);
    if (end < 0 || signed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String text = signed.substring(0, end);
    return signatures.signed(signed.substring(end + 1), purpose, text)
        ? Optional.of(fields(text))
        : Optional.empty();
  }

  private static List<String> fields(String text) {
    return Arrays.stream(text.split("\\.", -1))
        .map(field -> new String(Base64.getUrlDecoder().decode(field), UTF_8))
        .toList();
  }

  private static byte[] bytes(String field) {
    return field.getBytes(UTF_8);
  }
}
