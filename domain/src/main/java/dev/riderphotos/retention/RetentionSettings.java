package dev.riderphotos.retention;

import dev.riderphotos.consent.Terms;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For how long an operator keeps what.
 *
 * @param refusedPhotos the photos of executions that were refused or failed, after their end
 * @param executions executions, after their end; a photo that was refused goes with its own at the
 *     latest
 * @param mail mail to riders that is here, after it was written
 * @param cases cases, after they were closed
 * @param inactiveRiders riders, after they were last heard of; {@code null}: for ever
 */
public record RetentionSettings(
    Duration refusedPhotos,
    Duration executions,
    Duration mail,
    Duration cases,
    @Nullable Duration inactiveRiders) {
  /** So long before they go, riders are told that they were not heard of. */
  public static final Duration NOTICE = Duration.ofDays(30);

  /** So much later what backends delete by themselves goes, should nobody sweep. */
  private static final Duration SECOND_NET = Duration.ofDays(30);

  /** The product is shipped with these settings. */
  public static final RetentionSettings DEFAULT =
      new RetentionSettings(
          Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(90), null);

  public RetentionSettings {
    if (Stream.of(refusedPhotos, executions, mail, cases).anyMatch(term -> !term.isPositive())) {
      throw new IllegalArgumentException("Terms are longer than no time at all");
    }
    if (inactiveRiders != null && inactiveRiders.compareTo(NOTICE) <= 0) {
      throw new IllegalArgumentException(
          "Riders are told 30 days before they go, so inactive-riders is longer than that");
    }
  }

  /** After this an execution may go without being looked at. */
  public Duration executionsAtMost() {
    return executions.plus(SECOND_NET);
  }

  /** After this a closed case may go without being looked at. */
  public Duration casesAtMost() {
    return cases.plus(SECOND_NET);
  }

  /** What riders are told of it. */
  public Terms terms() {
    return new Terms(refusedPhotos, executions, inactiveRiders);
  }
}
