package dev.riderphotos.consent;

import dev.riderphotos.language.Language;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is asked for consent, and to what. */
public final class Consents {
  /** Nobody is asked. */
  public static final Consents OFF = new Consents(Asked.OFF, shipped(Terms.DEFAULT, Contact.NONE));

  private final Asked asked;
  private final Map<Language, ConsentText> byLanguage = new EnumMap<>(Language.class);
  private final Map<String, Language> versions;

  /**
   * Makes them.
   *
   * @param texts one a language; the first is for those whose language has none
   */
  public Consents(Asked asked, List<ConsentText> texts) {
    this.asked = asked;
    Map<String, Language> read = new HashMap<>();
    for (Language language : Language.values()) {
      byLanguage.put(language, texts.getFirst());
    }
    for (ConsentText text : texts) {
      byLanguage.put(text.language(), text);
      read.put(text.version(), text.language());
    }
    this.versions = Map.copyOf(read);
  }

  /**
   * Makes them for who has nothing to show, and knows the texts by their versions alone.
   *
   * @param versions of all present texts, and the language of each
   */
  public Consents(Asked asked, Map<String, Language> versions) {
    this.asked = asked;
    this.versions = Map.copyOf(versions);
  }

  /** Who is asked. */
  public enum Asked {
    /** Who sends a photo on the page; programs need not say. */
    PAGE,
    /** A photo for which nobody says so is not taken. */
    REQUIRED,
    /** Nobody, and nothing is kept of it. */
    OFF
  }

  /** What came of what was said with a photo. */
  public sealed interface Answer {
    /** The rider agreed to the present text, or nobody asks. */
    record Taken(@Nullable Consent consent) implements Answer {}

    /** Nothing was said, and it must be. */
    record Missing() implements Answer {}

    /** The rider agreed to another text than the present one. */
    record Changed() implements Answer {}
  }

  /** The texts that the product comes with. */
  public static List<ConsentText> shipped(Terms terms, Contact contact) {
    return List.of(Language.values()).stream()
        .map(language -> ConsentText.shipped(language, terms, contact))
        .toList();
  }

  public Asked asked() {
    return asked;
  }

  /** What is agreed to by who reads this language; the text may be in another if that has none. */
  public ConsentText text(Language language) {
    return Objects.requireNonNull(byLanguage.get(language));
  }

  /** All present texts by their versions, and the language of each. */
  public Map<String, Language> versions() {
    return versions;
  }

  /** What a program said with a photo; {@code null} or blank: nothing. */
  public Answer answer(@Nullable String version, Instant now) {
    return answer(version, now, asked == Asked.REQUIRED);
  }

  /** What was said on the page, which asks unless nobody is asked. */
  public Answer answerOnPage(@Nullable String version, Instant now) {
    return answer(version, now, true);
  }

  private Answer answer(@Nullable String version, Instant now, boolean needed) {
    if (asked == Asked.OFF) {
      return new Answer.Taken(null);
    }
    if (version == null || version.isBlank()) {
      return needed ? new Answer.Missing() : new Answer.Taken(null);
    }
    return agreed(version, now).<Answer>map(Answer.Taken::new).orElseGet(Answer.Changed::new);
  }

  /** The consent to a present text; empty if it is to none, or nobody asks. */
  public Optional<Consent> agreed(String version, Instant at) {
    return asked == Asked.OFF
        ? Optional.empty()
        : Optional.ofNullable(versions.get(version.strip()))
            .map(language -> new Consent(version.strip(), language, at));
  }

  /**
   * The consent that an object's own metadata tell of; empty if that is to no present text. Where
   * nobody is asked, the store is not asked either.
   */
  public Optional<Consent> told(PhotoStore photos, PhotoRef object, Instant at) {
    return asked == Asked.OFF
        ? Optional.empty()
        : photos.consent(object).flatMap(said -> agreed(said, at));
  }

  /** Whether a photo may not be looked at, for want of consent. */
  public boolean forbid(@Nullable Consent consent) {
    return asked == Asked.REQUIRED && consent == null;
  }
}
