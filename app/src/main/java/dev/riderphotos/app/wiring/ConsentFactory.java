package dev.riderphotos.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.consent.ConsentText;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.consent.Contact;
import dev.riderphotos.language.Language;
import dev.riderphotos.retention.RetentionSettings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what riders agree to, and who says that they must. */
@Factory
final class ConsentFactory {
  private static final String TEXT = "riders.consent-text";
  private static final long MAX_BYTES = 64 * 1024;

  @Singleton
  Contact contact(
      @Value("${contact.name:}") String name,
      @Value("${contact.email:}") String email,
      @Value("${contact.url:}") String url,
      @Value("${privacy-url:}") String privacyUrl) {
    return new Contact(given(name), given(email), given(url), given(privacyUrl));
  }

  @Singleton
  Consents consents(Settings.Riders riders, RetentionSettings retention, Contact contact) {
    String own = riders.consentText();
    List<ConsentText> texts =
        own == null || own.isBlank()
            ? Consents.shipped(retention.terms(), contact)
            : own(Path.of(own), riders.spoken(), contact);
    return new Consents(riders.asked(), texts);
  }

  /** A file has the text in one language, a folder a file a language: en.txt, de.txt and so on. */
  private static List<ConsentText> own(Path path, Language usual, Contact contact) {
    if (!Files.isDirectory(path)) {
      return List.of(text(usual, path, contact));
    }
    List<ConsentText> texts = new ArrayList<>();
    texts.add(text(usual, path.resolve(usual.tag() + ".txt"), contact));
    for (Language language : Language.values()) {
      Path file = path.resolve(language.tag() + ".txt");
      if (language != usual && Files.exists(file)) {
        texts.add(text(language, file, contact));
      }
    }
    return texts;
  }

  private static ConsentText text(Language language, Path file, Contact contact) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ConfigurationException("%s: %s is larger than 64 KB".formatted(TEXT, file));
      }
      String text = Files.readString(file, UTF_8);
      return Settings.valid(TEXT, () -> ConsentText.own(language, text, contact));
    } catch (IOException unreadable) {
      throw new ConfigurationException(
          "%s: %s cannot be read as text in UTF-8".formatted(TEXT, file), unreadable);
    }
  }

  private static @Nullable String given(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
