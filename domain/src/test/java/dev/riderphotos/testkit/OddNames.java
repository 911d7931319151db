package dev.riderphotos.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Names that have tripped programs up, all different, none with a control character. */
public final class OddNames {
  private static final List<String> SHORT =
      List.of(
          "x",
          "X",
          "x/",
          "/x",
          "x/y",
          "x//y",
          "x/./y",
          "./x",
          "../x",
          "../../../etc/passwd",
          ".",
          "..",
          "...",
          "x.jpg",
          "x.JPG",
          "x y",
          "x+y",
          "x%20y",
          "x%2Fy",
          "x%",
          "%",
          "%2e%2e%2f",
          " x",
          "x ",
          "x\\y",
          "..\\x",
          "C:x",
          "x:y",
          "x*?",
          "x'y",
          "x\"y",
          "x';--",
          "<x>",
          "x&y",
          "$x",
          "~",
          "-x",
          "nul",
          "CON",
          "b64:eA",
          "Ünï côdé",
          "u\u0308",
          "ü",
          "ı",
          "İ",
          "ß",
          "ss",
          "日本",
          "😀",
          "👩‍👩‍👧",
          "\u202Ex",
          "x\u00A0y",
          "user@example.com");

  private OddNames() {}

  /** Those of at most so many bytes of UTF-8, and some of just that length. */
  public static List<String> upTo(int bytes) {
    String longest = "k".repeat(bytes);
    String wide = "é".repeat(bytes / 2);
    String twin = "k".repeat(bytes - 1) + "l"; // differs at the very end
    return Stream.concat(SHORT.stream(), Stream.of(longest, twin, wide)).toList();
  }
}
