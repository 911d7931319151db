package dev.riderphotos.rider;

import dev.riderphotos.language.Language;
import java.util.List;

/**
 * Word to a rider that a photo was not taken; as a mail, it is a {@link RefusalMail}.
 *
 * @param id names this notification; the execution's id
 * @param email where to
 * @param title the error's name, as the reference sends it: {@code FaceAlreadyExistsError}
 * @param message the first reason, in the rider's language
 * @param advice what to do about each reason, a sentence each
 * @param language of the rider
 */
public record Notification(
    String id,
    EmailAddress email,
    RiderId rider,
    String title,
    String message,
    List<String> advice,
    Language language) {
  public Notification {
    advice = List.copyOf(advice);
  }

  /** In English. */
  public Notification(
      String id,
      EmailAddress email,
      RiderId rider,
      String title,
      String message,
      List<String> advice) {
    this(id, email, rider, title, message, advice, Language.ENGLISH);
  }
}
