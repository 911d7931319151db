package dev.riderphotos.rider;

import dev.riderphotos.language.Language;
import java.util.List;

/**
 * Word of what people decided.
 *
 * @param id names this notification
 * @param email where to
 * @param title names what was decided, as {@code RegistrationWithdrawn}
 * @param message what was decided, in the rider's language
 * @param advice what the rider can do, a sentence each
 * @param language of the rider
 */
public record Reviewed(
    String id,
    EmailAddress email,
    RiderId rider,
    String title,
    String message,
    List<String> advice,
    Language language)
    implements Notification {
  public Reviewed {
    advice = List.copyOf(advice);
  }
}
