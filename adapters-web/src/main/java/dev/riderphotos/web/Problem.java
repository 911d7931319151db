package dev.riderphotos.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it.
 *
 * @param type always {@code about:blank}: the code says more
 * @param title the status in words
 * @param detail a sentence for a person: what is wrong, and what to do
 * @param code for programs; does not change
 * @param field that is wrong, where it is one
 */
@Serdeable
public record Problem(
    String type, String title, int status, String detail, String code, @Nullable String field) {
  /** Codes that people on pages of riders and guests may meet. */
  private static final Set<String> TOLD =
      Set.of(
          "INVALID_REQUEST",
          "NOT_FOUND",
          "BUSY",
          "BEING_ERASED",
          "TOO_LARGE",
          "CONSENT_REQUIRED",
          "CONSENT_CHANGED",
          "STALE_FORM",
          "NOT_YOURS",
          "LINK_OPENED_LONG_AGO",
          "NOT_APPEALABLE",
          "APPEALED_BEFORE",
          "PHOTO_GONE",
          "TOO_MANY_APPEALS",
          "CASE_CHANGED",
          "NOT_OPEN",
          "TOO_LATE",
          "NOTHING_TO_UNDO",
          "TOO_MANY_WAIT",
          "TOO_MANY_PHOTOS");

  static final MediaType TYPE = MediaType.of("application/problem+json");

  public static Problem of(HttpStatus status, String code, String detail) {
    return of(status, code, detail, null);
  }

  static Problem of(HttpStatus status, String code, String detail, @Nullable String field) {
    return new Problem("about:blank", status.getReason(), status.getCode(), detail, code, field);
  }

  /** Key of the sentence that pages have for it in the visitor's language. */
  public String textKey() {
    return "problem." + (TOLD.contains(code) ? code : "other");
  }

  /** The answer that carries it. */
  public MutableHttpResponse<Problem> response() {
    return HttpResponse.<Problem>status(HttpStatus.valueOf(status)).contentType(TYPE).body(this);
  }
}
