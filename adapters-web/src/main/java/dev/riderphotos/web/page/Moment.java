package dev.riderphotos.web.page;

import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A point in time.
 *
 * @param iso for programs
 * @param utc for people
 * @param clock the same without the day, but to the millisecond
 * @param ago for people in a hurry
 */
@Introspected
public record Moment(String iso, String utc, String clock, Phrase ago) {
  private static final DateTimeFormatter UTC = format("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss.SSS");

  public static Moment of(Instant time, Instant now) {
    return new Moment(
        time.toString(),
        UTC.format(time),
        CLOCK.format(time),
        Phrase.ago(Duration.between(time, now)));
  }

  public static @Nullable Moment ofNullable(@Nullable Instant time, Instant now) {
    return time == null ? null : of(time, now);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
