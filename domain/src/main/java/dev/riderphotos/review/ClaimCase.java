package dev.riderphotos.review;

import dev.riderphotos.review.Cases.Cursor;
import dev.riderphotos.review.Cases.Filter;
import dev.riderphotos.review.Cases.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives each reviewer a case of their own to look at, so that no two look at the same by chance. A
 * claim keeps others from the case for a while, and from nothing else: who decides it all the same
 * has decided.
 */
public final class ClaimCase {
  /** A reviewer has so long a time, which begins anew with each look. */
  public static final Duration TIME = Duration.ofMinutes(5);

  private static final int PAGE = 50;

  private final Cases cases;
  private final InstantSource clock;

  public ClaimCase(Cases cases, InstantSource clock) {
    this.cases = cases;
    this.clock = clock;
  }

  /** The oldest open case that nobody else looks at and this reviewer has not decided, claimed. */
  public Optional<Case> next(Reviewer reviewer) {
    Cursor cursor = null;
    do {
      Page page = cases.list(Filter.OPEN, cursor, PAGE);
      for (Case each : page.cases()) {
        Optional<Case> claimed = claimFree(each, reviewer);
        if (claimed.isPresent()) {
          return claimed;
        }
      }
      cursor = page.next();
    } while (cursor != null);
    return Optional.empty();
  }

  private Optional<Case> claimFree(Case listed, Reviewer reviewer) {
    Instant now = clock.instant();
    return isFree(listed, reviewer, now)
        ? claim(listed.id(), reviewer).filter(each -> isHeldBy(each, reviewer, now))
        : Optional.empty();
  }

  private static boolean isFree(Case of, Reviewer reviewer, Instant now) {
    Claim claim = of.claim();
    return of.state() == CaseState.OPEN
        && of.opinionOf(reviewer).isEmpty()
        && (claim == null || !claim.keepsOut(reviewer, now));
  }

  private static boolean isHeldBy(Case of, Reviewer reviewer, Instant now) {
    Claim claim = of.claim();
    return of.state() == CaseState.OPEN && claim != null && !claim.keepsOut(reviewer, now);
  }

  /**
   * Claims this case, if it is open and nobody else looks at it.
   *
   * @return how it stands: whose it is, is said by its claim; empty if there is no such case
   */
  public Optional<Case> claim(CaseId id, Reviewer reviewer) {
    Instant now = clock.instant();
    return cases.change(
        id,
        each ->
            isOthers(each, reviewer, now) || each.state() != CaseState.OPEN
                ? each
                : each.claimedBy(new Claim(reviewer, now.plus(TIME))));
  }

  /** Lets others have the case; harmless if this reviewer does not hold it. */
  public void release(CaseId id, Reviewer reviewer) {
    Optional<Case> _ =
        cases.change(id, each -> isOthers(each, reviewer, Instant.MIN) ? each : released(each));
  }

  private static Case released(Case of) {
    return of.claim() == null ? of : of.claimedBy(null);
  }

  private static boolean isOthers(Case of, Reviewer reviewer, Instant now) {
    @Nullable Claim claim = of.claim();
    return claim != null && claim.keepsOut(reviewer, now);
  }
}
