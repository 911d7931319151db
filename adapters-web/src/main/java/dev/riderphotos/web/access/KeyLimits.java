package dev.riderphotos.web.access;

import dev.riderphotos.access.KeyId;
import dev.riderphotos.web.Problem;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How often each key may call: so many at once, so many a second, so many a day. The count is this
 * process's, and begins anew with it. Told as the IETF's draft "RateLimit header fields for HTTP"
 * has it.
 */
public final class KeyLimits {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String ATTRIBUTE = KeyLimits.class.getName();

  private final Rules rules;
  private final TimeMeter meter;
  private final Map<KeyId, Bucket> buckets = new ConcurrentHashMap<>();

  public KeyLimits(Rules rules, TimeMeter meter) {
    this.rules = rules;
    this.meter = meter;
  }

  /** What the limits are, each at least 1. */
  public record Rules(int burst, int perSecond, int perDay) {
    public Rules {
      if (burst < 1 || perSecond < 1 || perDay < 1) {
        throw new IllegalArgumentException("every limit is at least 1");
      }
    }
  }

  /** Counts the request; a refusal if its key has none left. */
  @Nullable HttpResponse<?> take(HttpRequest<?> request, Caller caller) {
    KeyId key = caller.key().orElseThrow().id();
    VerboseResult<ConsumptionProbe> result =
        buckets.computeIfAbsent(key, _ -> bucket()).asVerbose().tryConsumeAndReturnRemaining(1);
    request.setAttribute(ATTRIBUTE, state(result));
    ConsumptionProbe probe = result.getValue();
    return probe.isConsumed() ? null : refusal(request, probe.getNanosToWaitForRefill());
  }

  /** Says on the answer what is left. */
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(ATTRIBUTE, String.class)
        .ifPresent(
            state -> response.header("RateLimit-Policy", policy()).header("RateLimit", state));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(rules.burst())
                .refillGreedy(rules.perSecond(), SECOND)
                .build())
        .addLimit(
            Bandwidth.builder()
                .capacity(rules.perDay())
                .refillIntervally(rules.perDay(), DAY)
                .build())
        .withCustomTimePrecision(meter)
        .build();
  }

  private String policy() {
    return "\"burst\";q=%d;w=%d, \"day\";q=%d;w=%d"
        .formatted(rules.burst(), refill(rules.burst()), rules.perDay(), DAY.toSeconds());
  }

  private String state(VerboseResult<ConsumptionProbe> result) {
    long[] left = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
    return "\"burst\";r=%d;t=%d, \"day\";r=%d"
        .formatted(left[0], refill(rules.burst() - left[0]), left[1]);
  }

  /** Seconds until so many calls are allowed again. */
  private long refill(long calls) {
    return Math.ceilDiv(calls, rules.perSecond());
  }

  /** Tells what is left itself, for a filter's own refusal does not come past it again. */
  private HttpResponse<?> refusal(HttpRequest<?> request, long waitNanos) {
    long seconds = Math.ceilDiv(waitNanos, SECOND.toNanos());
    MutableHttpResponse<?> refusal =
        Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "TOO_MANY_REQUESTS",
                "This key has called too often. Try again in " + seconds + " s.")
            .response()
            .header("Retry-After", Long.toString(seconds));
    tell(request, refusal);
    return refusal;
  }
}
