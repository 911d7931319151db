package dev.riderphotos.consent;

import dev.riderphotos.language.Language;
import dev.riderphotos.language.Sentences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For how long what is kept of riders is kept, in whole days.
 *
 * @param refusedPhotos of photos that were refused
 * @param executions of what is known of checks, after their end
 * @param inactiveRiders of riders who are not heard of; {@code null}: for as long as they like
 */
public record Terms(
    Duration refusedPhotos, Duration executions, @Nullable Duration inactiveRiders) {
  private static final int FEW_UP_TO = 10;
  private static final int HUNDRED = 100;

  /** The product is shipped with these terms. */
  public static final Terms DEFAULT = new Terms(Duration.ofDays(30), Duration.ofDays(90), null);

  /** What riders are told of them, a sentence each. */
  List<String> sentences(Language language) {
    Sentences sentences = Sentences.in(language);
    List<String> told = new ArrayList<>();
    told.add(
        sentences.say("consent.terms", days(refusedPhotos, language), days(executions, language)));
    if (inactiveRiders != null) {
      told.add(sentences.say("consent.inactive", days(inactiveRiders, language)));
    }
    return told;
  }

  private static String days(Duration term, Language language) {
    long days = term.toDays();
    return Sentences.in(language).say("days." + form(days, language), days);
  }

  /** Which form of the word goes with the number. */
  private static String form(long days, Language language) {
    if (language != Language.ARABIC) {
      return days == 1 ? "one" : "other";
    }
    long rest = days % HUNDRED;
    if (rest > FEW_UP_TO) {
      return "other";
    }
    return days > 1 && rest > 1 ? "few" : "one";
  }
}
