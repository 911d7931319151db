package dev.riderphotos.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** A language that riders are spoken to in. */
public enum Language {
  ENGLISH("en", "English"),
  GERMAN("de", "Deutsch"),
  SPANISH("es", "Español"),
  FRENCH("fr", "Français"),
  PORTUGUESE("pt", "Português"),
  ARABIC("ar", "العربية");

  private static final List<Locale> LOCALES =
      Arrays.stream(values()).map(Language::locale).toList();

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** As HTML and HTTP call it. */
  public String tag() {
    return tag;
  }

  /** As its speakers call it. */
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** Where its lines begin, as HTML calls it. */
  public String direction() {
    return this == ARABIC ? "rtl" : "ltr";
  }

  /** Empty if it is not one of ours. */
  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /**
   * The first of ours that is wished for.
   *
   * @param ranges as {@code Accept-Language} has them, {@code de-AT,en;q=0.8}; what is none of that
   *     wishes for nothing
   */
  public static Optional<Language> wished(String ranges) {
    try {
      return Optional.ofNullable(Locale.lookup(LanguageRange.parse(ranges), LOCALES))
          .map(Locale::getLanguage)
          .flatMap(Language::of);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
