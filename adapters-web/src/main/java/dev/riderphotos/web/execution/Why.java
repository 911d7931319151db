package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonSentence;
import dev.riderphotos.web.page.Phrase;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against a photo, or what broke, as operators are told it.
 *
 * @param text as the API tells it, in English
 * @param phrase the same in the visitor's language; {@code null} of a fault
 */
@Introspected
public record Why(String text, @Nullable Phrase phrase) {
  static Why of(Reason reason) {
    ReasonSentence sentence = ReasonSentence.of(reason);
    return new Why(reason.message(), new Phrase(sentence.key(), sentence.value()));
  }

  static Why of(String fault) {
    return new Why(fault, null);
  }
}
