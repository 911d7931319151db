package dev.riderphotos.rider;

import dev.riderphotos.language.Language;
import java.util.List;

/**
 * Word that a photo was not taken.
 *
 * @param id names this notification; the execution's id
 * @param email where to
 * @param title the error's name, as the reference sends it: {@code FaceAlreadyExistsError}
 * @param message the first reason, in the rider's language
 * @param advice what to do about each reason, a sentence each
 * @param language of the rider
 */
public record Refusal(
    String id,
    EmailAddress email,
    RiderId rider,
    String title,
    String message,
    List<String> advice,
    Language language)
    implements Notification {
  public Refusal {
    advice = List.copyOf(advice);
  }

  /** In English. */
  public Refusal(
      String id,
      EmailAddress email,
      RiderId rider,
      String title,
      String message,
      List<String> advice) {
    this(id, email, rider, title, message, advice, Language.ENGLISH);
  }
}
