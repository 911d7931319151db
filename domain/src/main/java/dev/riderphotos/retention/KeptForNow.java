package dev.riderphotos.retention;

import dev.riderphotos.review.Cases;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureWishes;
import java.util.HashMap;
import java.util.Map;

/**
 * Riders of whom nothing goes for now, as a step needs to know it: a case is open, of which both
 * histories are a part, or a photo is kept for an appeal; or the rider is being erased, which takes
 * everything.
 */
final class KeptForNow {
  private final Cases cases;
  private final ErasureWishes wishes;
  private final Map<RiderId, Boolean> known = new HashMap<>();

  KeptForNow(Cases cases, ErasureWishes wishes) {
    this.cases = cases;
    this.wishes = wishes;
  }

  boolean contains(RiderId rider) {
    return known.computeIfAbsent(
        rider,
        each -> wishes.contain(each) || cases.of(each).stream().anyMatch(RetentionRule::keeps));
  }
}
