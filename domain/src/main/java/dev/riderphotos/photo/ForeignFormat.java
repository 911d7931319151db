package dev.riderphotos.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people send instead of a JPEG or PNG, so that they can be told what they sent. */
enum ForeignFormat {
  GIF("a GIF picture", "GIF8"),
  WEBP("a WebP picture", "RIFF....WEBP"),
  AVIF("an AVIF picture", "....ftyp(avi|m[is]f1.*avif)"),
  HEIC("a HEIC picture", "....ftyp(hei|hev|m[is]f1)"),
  JPEG_XL("a JPEG XL picture", "\u00ff\n|....JXL \r\n\u0087\n"),
  JPEG_2000("a JPEG 2000 picture", "....jP  \r\n\u0087\n|\u00ffO\u00ffQ"),
  TIFF("a TIFF picture", "II[*+]\0|MM\0[*+]"),
  BMP("a BMP picture", "BM....\0{4}"),
  VIDEO("a video", "....ftyp(qt|isom|mp4)|\u001aE\u00df\u00a3"),
  PDF("a PDF document", "%PDF-");

  /** Whether a file of a family's general brand is AVIF or HEIC stands in the brands behind it. */
  private static final int BRANDS_END = 64;

  private final String words;
  private final Pattern beginning;

  ForeignFormat(String words, String beginning) {
    this.words = words;
    this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
  }

  /** Names the format with its article; empty if it is nothing we know. */
  static Optional<String> sniff(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, BRANDS_END), ISO_8859_1);
    return Arrays.stream(values())
        .filter(format -> format.beginning.matcher(start).lookingAt())
        .findFirst()
        .map(format -> format.words);
  }
}
