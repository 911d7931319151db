package dev.riderphotos.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;

/**
 * Lets those requests pass that one of the access keys signed, a few minutes ago at most: what came
 * is signed again with the secret we know, and must give the same signature. Any region will do.
 */
public final class SignatureCheck {
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final List<String> MUST_BE_SIGNED = List.of("host", "x-amz-date", "x-amz-target");

  private final AccessKeys keys;
  private final InstantSource clock;

  public SignatureCheck(AccessKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Returns if the request may be answered. */
  void check(ReceivedRequest request) {
    if (keys.open()) {
      return;
    }
    Authorization given = authorization(request);
    String secret = secretOf(given);
    requireSigned(request, given);
    Instant date = date(request, given);
    requireRecent(date);
    byte[] expected = signature(request, given, secret, date).getBytes(UTF_8);
    if (!MessageDigest.isEqual(expected, given.signature().getBytes(UTF_8))) {
      throw invalid(
          "The request signature we calculated does not match the signature you provided. Check"
              + " your AWS Secret Access Key and signing method. Consult the service documentation"
              + " for details.");
    }
  }

  private static Authorization authorization(ReceivedRequest request) {
    return request
        .header("Authorization")
        .map(Authorization::of)
        .orElseThrow(
            () ->
                new RekognitionException(
                    "MissingAuthenticationTokenException", "Missing Authentication Token"));
  }

  private String secretOf(Authorization given) {
    return keys.secretOf(given.accessKeyId())
        .orElseThrow(
            () ->
                new RekognitionException(
                    "UnrecognizedClientException",
                    "The security token included in the request is invalid."));
  }

  private static void requireSigned(ReceivedRequest request, Authorization given) {
    for (String name : MUST_BE_SIGNED) {
      if (!given.signedHeaders().contains(name) || request.headers(name).size() != 1) {
        throw invalid("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
      }
    }
  }

  private static Instant date(ReceivedRequest request, Authorization given) {
    String text = request.header("X-Amz-Date").orElseThrow();
    if (!text.startsWith(given.day())) {
      throw invalid("Date in Credential scope does not match the date of the request.");
    }
    try {
      return DATE.parse(text, Instant::from);
    } catch (DateTimeException malformed) {
      throw invalid("Date must be in ISO-8601 'basic format'. Got '" + text + "'.");
    }
  }

  private void requireRecent(Instant date) {
    Instant now = clock.instant();
    if (date.isBefore(now.minus(SKEW))) {
      throw invalid(
          "Signature expired: %s is now earlier than %s (%s - 5 min.)"
              .formatted(DATE.format(date), DATE.format(now.minus(SKEW)), DATE.format(now)));
    }
    if (date.isAfter(now.plus(SKEW))) {
      throw invalid(
          "Signature not yet current: %s is still later than %s (%s + 5 min.)"
              .formatted(DATE.format(date), DATE.format(now.plus(SKEW)), DATE.format(now)));
    }
  }

  /**
   * The signature that the holder of the secret would have given. The SDK's newer signer adds a
   * header of its own to what it signs, so it cannot sign as other clients do.
   */
  @SuppressWarnings("deprecation")
  private static String signature(
      ReceivedRequest request, Authorization given, String secret, Instant date) {
    SdkHttpFullRequest.Builder copy =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(uri(request))
            .contentStreamProvider(() -> new ByteArrayInputStream(request.body()));
    given.signedHeaders().forEach(name -> copy.putHeader(name, request.headers(name)));
    Aws4SignerParams params =
        Aws4SignerParams.builder()
            .awsCredentials(AwsBasicCredentials.create(given.accessKeyId(), secret))
            .signingName("rekognition")
            .signingRegion(Region.of(given.region()))
            .signingClockOverride(Clock.fixed(date, ZoneOffset.UTC))
            .build();
    return Aws4Signer.create()
        .sign(copy.build(), params)
        .firstMatchingHeader("Authorization")
        .map(header -> Authorization.of(header).signature())
        .orElseThrow();
  }

  /** The signer takes the host from here. */
  private static URI uri(ReceivedRequest request) {
    try {
      return URI.create("http://" + request.header("Host").orElseThrow() + request.rawPath());
    } catch (IllegalArgumentException malformed) {
      throw invalid("The request's host or path is malformed.");
    }
  }

  private static RekognitionException invalid(String message) {
    return new RekognitionException("InvalidSignatureException", message);
  }
}
