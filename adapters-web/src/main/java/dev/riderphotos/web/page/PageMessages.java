package dev.riderphotos.web.page;

import dev.riderphotos.language.Language;
import dev.riderphotos.language.Sentences;
import io.micronaut.context.AbstractMessageSource;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The texts of all pages, for {@code #{…}} in the templates: those that mails have, too, and those
 * of pages alone. Whatever language the machine speaks, what is asked for is found: bundles fall
 * back on English and nothing else.
 */
@Singleton
final class PageMessages extends AbstractMessageSource {
  private static final String EVERYONES = "dev.riderphotos.web.messages";
  private static final String OPERATORS = "dev.riderphotos.web.operators";

  private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

  PageMessages() {
    for (Language language : Language.values()) {
      texts.put(language, read(language));
    }
  }

  @Override
  public Optional<String> getRawMessage(String key, MessageContext context) {
    Language language = Language.of(context.getLocale().getLanguage()).orElse(Language.ENGLISH);
    return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(key));
  }

  private static Map<String, String> read(Language language) {
    Map<String, String> texts = new HashMap<>(Sentences.in(language).all());
    for (String bundle : new String[] {OPERATORS, EVERYONES}) {
      ResourceBundle read =
          ResourceBundle.getBundle(
              bundle, locale(language), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
      read.keySet().forEach(key -> texts.put(key, read.getString(key)));
    }
    return texts;
  }

  /** English is what the bundle without a language speaks. */
  private static Locale locale(Language language) {
    return language == Language.ENGLISH ? Locale.ROOT : language.locale();
  }
}
