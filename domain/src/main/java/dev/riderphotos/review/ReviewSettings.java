package dev.riderphotos.review;

import java.time.Duration;

/**
 * What an operator decides about reviews.
 *
 * @param expire after which a case is closed that nobody decided
 * @param grace for which a decision can be undone before it is carried out
 * @param reviewers how many are to decide alike: 1 or 2
 */
public record ReviewSettings(Duration expire, Duration grace, int reviewers) {
  /** The product is shipped with these settings. */
  public static final ReviewSettings DEFAULT =
      new ReviewSettings(Duration.ofDays(60), Duration.ofMinutes(10), 1);

  public ReviewSettings {
    if (!expire.isPositive() || grace.isNegative()) {
      throw new IllegalArgumentException("Cases expire after a while, and graces are not negative");
    }
    if (reviewers != 1 && reviewers != 2) {
      throw new IllegalArgumentException("One reviewer decides, or two");
    }
  }
}
