package dev.riderphotos.drink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** What the names of bars and drinks have in common. */
final class PlainText {
  private static final int MAX_CHARACTERS = 100;
  private static final int MAX_BYTES = 300;

  private PlainText() {}

  /** The text trimmed and in Unicode's composed form, so that what looks alike is alike. */
  static String of(String what, String text) {
    if (text.codePoints().anyMatch(PlainText::unprintable)) {
      throw new IllegalArgumentException("A " + what + " has no control characters");
    }
    String plain = Normalizer.normalize(text, Form.NFC).strip();
    if (plain.isEmpty()) {
      throw new IllegalArgumentException("A " + what + " is needed");
    }
    if (plain.codePointCount(0, plain.length()) > MAX_CHARACTERS
        || plain.getBytes(UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "A " + what + " has at most 100 characters and 300 bytes of UTF-8");
    }
    return plain;
  }

  /** Writes the text without accents and case. */
  static String folded(String text) {
    return Normalizer.normalize(text, Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toUpperCase(Locale.ROOT) // turns ß into SS, ı into I
        .toLowerCase(Locale.ROOT);
  }

  private static boolean unprintable(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }
}
