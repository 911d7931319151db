package dev.riderphotos.rekognition.signature;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Lets those requests pass that one of the access keys signed, a few minutes ago at most. What can
 * be told by the head alone is, so that no body is taken in for a caller who is nobody. Any region
 * will do.
 */
public final class SignatureCheck {
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String DATE_HEADER = "x-amz-date";
  private static final List<String> MUST_BE_SIGNED = List.of("host", DATE_HEADER, "x-amz-target");

  private final AccessKeys keys;
  private final String service;
  private final InstantSource clock;

  /**
   * Checks what is meant for this service.
   *
   * @param service as it is named in scopes
   */
  public SignatureCheck(AccessKeys keys, String service, InstantSource clock) {
    this.keys = keys;
    this.service = service;
    this.clock = clock;
  }

  /**
   * Who the request says that it is from.
   *
   * @throws RefusedSignatureException if it cannot be well signed, whatever its body is
   */
  public Claim claim(RequestHead head) {
    Authorization given = authorization(head);
    String secret = secretOf(given);
    requireService(given);
    requireSigned(head, given);
    String date = head.header(DATE_HEADER).orElseThrow();
    requireRecent(parsed(date, given));
    return new Claim(head, given, secret, date);
  }

  private static Authorization authorization(RequestHead head) {
    return head.header("Authorization")
        .map(Authorization::of)
        .orElseThrow(
            () ->
                new RefusedSignatureException(
                    "MissingAuthenticationTokenException", "Missing Authentication Token"));
  }

  private String secretOf(Authorization given) {
    return keys.secretOf(given.accessKeyId())
        .orElseThrow(
            () ->
                new RefusedSignatureException(
                    "UnrecognizedClientException",
                    "The security token included in the request is invalid."));
  }

  private void requireService(Authorization given) {
    if (!given.scope().service().equals(service)) {
      throw RefusedSignatureException.invalid(
          "Credential should be scoped to correct service: '" + service + "'.");
    }
  }

  private static void requireSigned(RequestHead head, Authorization given) {
    for (String name : MUST_BE_SIGNED) {
      if (!given.signedHeaders().contains(name) || head.headers(name).size() != 1) {
        throw RefusedSignatureException.invalid(
            "'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
      }
    }
  }

  private static Instant parsed(String date, Authorization given) {
    if (!date.startsWith(given.scope().day())) {
      throw RefusedSignatureException.invalid(
          "Date in Credential scope does not match the date of the request.");
    }
    try {
      return DATE.parse(date, Instant::from);
    } catch (DateTimeException malformed) {
      throw RefusedSignatureException.invalid(
          "Date must be in ISO-8601 'basic format'. Got '" + date + "'.");
    }
  }

  private void requireRecent(Instant date) {
    Instant now = clock.instant();
    if (date.isBefore(now.minus(SKEW))) {
      throw RefusedSignatureException.invalid(
          "Signature expired: %s is now earlier than %s (%s - 5 min.)"
              .formatted(DATE.format(date), DATE.format(now.minus(SKEW)), DATE.format(now)));
    }
    if (date.isAfter(now.plus(SKEW))) {
      throw RefusedSignatureException.invalid(
          "Signature not yet current: %s is still later than %s (%s + 5 min.)"
              .formatted(DATE.format(date), DATE.format(now.plus(SKEW)), DATE.format(now)));
    }
  }
}
