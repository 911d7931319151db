package dev.riderphotos.web.execution;

import dev.riderphotos.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is said with a photo of the rider's consent, and of the language that the rider speaks.
 *
 * @param onPage whether the page asked for consent; else a program says so, or nobody
 * @param consent version of the text that was agreed to
 */
public record Said(boolean onPage, @Nullable String consent, @Nullable Language language) {
  /** On the page, which is in this language. */
  public static Said onPage(@Nullable String consent, Language language) {
    return new Said(true, consent, language);
  }

  /** By a program, which may leave out either. */
  public static Said byProgram(@Nullable String consent, @Nullable Language language) {
    return new Said(false, consent, language);
  }
}
