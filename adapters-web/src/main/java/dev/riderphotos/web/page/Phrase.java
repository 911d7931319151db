package dev.riderphotos.web.page;

import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.util.Locale;

/**
 * A message with one value in it.
 *
 * @param key of the message
 */
@Introspected
public record Phrase(String key, String value) {
  /** So many of something, which has a message for one, and one for more with an s at its end. */
  public static Phrase count(String key, long count) {
    return new Phrase(count == 1 ? key : key + "s", Long.toString(count));
  }

  /** How long something took. */
  public static Phrase took(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return new Phrase("time.milliseconds", Long.toString(time.toMillis()));
    }
    if (time.compareTo(Duration.ofMinutes(2)) < 0) {
      double seconds = time.toMillis() / 1000.0;
      return new Phrase("time.seconds", String.format(Locale.ROOT, "%.1f", seconds));
    }
    return new Phrase("time.minutes", Long.toString(time.toMinutes()));
  }

  /** How long ago something was. */
  static Phrase ago(Duration time) {
    if (time.toMinutes() < 1) {
      return new Phrase("time.justNow", "");
    }
    if (time.toHours() < 1) {
      return count("time.agoMinute", time.toMinutes());
    }
    return time.toDays() < 2
        ? count("time.agoHour", time.toHours())
        : count("time.agoDay", time.toDays());
  }
}
