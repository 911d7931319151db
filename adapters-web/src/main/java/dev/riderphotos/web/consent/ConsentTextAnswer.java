package dev.riderphotos.web.consent;

import dev.riderphotos.consent.ConsentText;
import dev.riderphotos.consent.Consents;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What riders agree to, as it is now.
 *
 * @param asked who is asked: {@code page}, {@code required} or {@code off}
 * @param version of this text, to be sent as {@code consent} with a photo
 * @param language which this text is in
 * @param text plain; empty lines separate paragraphs
 * @param versions of the texts in all languages, by language
 */
@Serdeable
record ConsentTextAnswer(
    String asked, String version, String language, String text, Map<String, String> versions) {
  static ConsentTextAnswer of(Consents consents, ConsentText text) {
    Map<String, String> versions = new TreeMap<>();
    consents.versions().forEach((version, language) -> versions.put(language.tag(), version));
    return new ConsentTextAnswer(
        consents.asked().name().toLowerCase(Locale.ROOT),
        text.version(),
        text.language().tag(),
        String.join("\n\n", text.paragraphs()),
        versions);
  }
}
