package dev.riderphotos.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The sentences that riders are told on pages and in mails alike, one file a language beside this
 * class. They are no backend: they come with the program, and are the same wherever it runs.
 */
public final class Sentences {
  private static final Map<Language, Sentences> OF = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      OF.put(language, new Sentences(read(language)));
    }
  }

  private final Map<String, String> texts;

  private Sentences(Map<String, String> texts) {
    this.texts = texts;
  }

  public static Sentences in(Language language) {
    return requireNonNull(OF.get(language));
  }

  /**
   * The sentence of this key.
   *
   * @param values in place of {@code {0}}, {@code {1}} and so on
   * @throws IllegalArgumentException if there is none
   */
  public String say(String key, Object... values) {
    String sentence =
        find(key).orElseThrow(() -> new IllegalArgumentException("No sentence: " + key));
    for (int i = 0; i < values.length; i++) {
      sentence = sentence.replace("{" + i + "}", values[i].toString());
    }
    return sentence;
  }

  /** The sentence of this key as it is written; empty if there is none. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** All of them by their keys, as they are written. */
  public Map<String, String> all() {
    return texts;
  }

  private static Map<String, String> read(Language language) {
    Properties texts = new Properties();
    String file = "sentences_%s.properties".formatted(language.tag());
    try (InputStream bytes = requireNonNull(Sentences.class.getResourceAsStream(file), file);
        Reader in = new InputStreamReader(bytes, UTF_8)) {
      texts.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, texts::getProperty));
  }
}
