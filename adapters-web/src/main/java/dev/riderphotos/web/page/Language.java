package dev.riderphotos.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that pages speak. */
public enum Language {
  ENGLISH("en", "English"),
  GERMAN("de", "Deutsch"),
  SPANISH("es", "Español"),
  FRENCH("fr", "Français"),
  PORTUGUESE("pt", "Português"),
  ARABIC("ar", "العربية");

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
  static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }
}
