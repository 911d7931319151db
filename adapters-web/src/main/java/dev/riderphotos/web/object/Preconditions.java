package dev.riderphotos.web.object;

import io.micronaut.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request knows of an object already, and makes its answer depend on (RFC 9110, 13). */
final class Preconditions {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final HttpHeaders headers;
  private final String etag;
  private final Instant modified;

  /** The preconditions lead to one of these answers. */
  enum Outcome {
    SEND,
    NOT_MODIFIED,
    FAILED
  }

  /**
   * @param etag without quotes
   */
  Preconditions(HttpHeaders headers, String etag, Instant modified) {
    this.headers = headers;
    this.etag = etag;
    this.modified = modified.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Writes the tag as it stands in a header. */
  static String quoted(String etag) {
    return '"' + etag + '"';
  }

  /** Writes the time as it stands in a header, to the second. */
  static String date(Instant time) {
    return DATE.format(time);
  }

  Outcome outcome() {
    if (changedSince()) {
      return Outcome.FAILED;
    }
    return known() ? Outcome.NOT_MODIFIED : Outcome.SEND;
  }

  /** Whether a range is of the object that the request has the rest of. */
  boolean rangeHolds() {
    return given(HttpHeaders.IF_RANGE)
        .map(of -> of.equals(quoted(etag)) || time(of).equals(Optional.of(modified)))
        .orElse(true);
  }

  private boolean changedSince() {
    return given(HttpHeaders.IF_MATCH)
        .map(tags -> !names(tags))
        .or(() -> date(HttpHeaders.IF_UNMODIFIED_SINCE).map(modified::isAfter))
        .orElse(false);
  }

  private boolean known() {
    return given(HttpHeaders.IF_NONE_MATCH)
        .map(this::names)
        .or(() -> date(HttpHeaders.IF_MODIFIED_SINCE).map(since -> !modified.isAfter(since)))
        .orElse(false);
  }

  /** Tags may have quotes or not: S3 takes both. */
  private boolean names(String tags) {
    return Arrays.stream(tags.split(",", -1))
        .map(tag -> tag.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }

  private Optional<String> given(String name) {
    return Optional.of(headers.getAll(name))
        .filter(values -> !values.isEmpty())
        .map(values -> String.join(",", values).strip());
  }

  /** A date that is none is as if it were not there. */
  private Optional<Instant> date(String name) {
    return given(name).flatMap(Preconditions::time);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
