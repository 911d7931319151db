package dev.riderphotos.rider;

import dev.riderphotos.language.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * Word that a rider was not here for long, and what becomes of that.
 *
 * @param id names this notification
 * @param email where to
 * @param seenAt when the rider was here last
 * @param goesAt when the rider is erased, if nothing is heard until then
 * @param language of the rider
 */
public record LongAway(
    String id, EmailAddress email, RiderId rider, Instant seenAt, Instant goesAt, Language language)
    implements Notification {

  /** The day when the rider was here last, as it is said in the rider's language. */
  public String seenOn() {
    return day(seenAt);
  }

  /** The day when the rider is erased, as it is said in the rider's language. */
  public String goesOn() {
    return day(goesAt);
  }

  private String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(at.atOffset(ZoneOffset.UTC));
  }
}
