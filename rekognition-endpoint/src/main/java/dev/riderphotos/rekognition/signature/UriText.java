package dev.riderphotos.rekognition.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Paths and queries in the one spelling that is signed. Texts have a character for each byte. */
final class UriText {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNRESERVED =
      "-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private UriText() {}

  /** Takes out dots and empty segments, and encodes the path once more than it was sent. */
  static String path(String sent) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : sent.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(encoded(segment));
      }
    }
    String joined = "/" + String.join("/", segments);
    return sent.endsWith("/") && joined.length() > 1 ? joined + "/" : joined;
  }

  /** Sorts the parameters by their names, and those of one name by their values. */
  static String query(String sent) {
    return Arrays.stream(sent.split("&"))
        .filter(parameter -> !parameter.isEmpty())
        .map(Parameter::of)
        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
        .map(parameter -> parameter.name() + "=" + parameter.value())
        .collect(Collectors.joining("&"));
  }

  private record Parameter(String name, String value) {
    static Parameter of(String sent) {
      String[] parts = sent.split("=", 2);
      return new Parameter(
          encoded(decoded(parts[0])), parts.length == 1 ? "" : encoded(decoded(parts[1])));
    }
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte letter : text.getBytes(ISO_8859_1)) {
      if (UNRESERVED.indexOf(letter) >= 0) {
        encoded.append((char) letter);
      } else {
        encoded.append('%').append(HEX.toHexDigits(letter));
      }
    }
    return encoded.toString();
  }

  /** What is no escape stands for itself. */
  private static String decoded(String text) {
    StringBuilder decoded = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      if (escaped(text, at)) {
        decoded.append((char) HexFormat.fromHexDigits(text, at + 1, at + 3));
        at += 2;
      } else {
        decoded.append(text.charAt(at));
      }
    }
    return decoded.toString();
  }

  private static boolean escaped(String text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }
}
