package dev.riderphotos.web.verification;

import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.Erasure;
import dev.riderphotos.verification.Erasure.KeptHistory;
import dev.riderphotos.verification.ForgetRider;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.page.Moment;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** Erases riders, as they or an operator want it. */
@Singleton
class RiderErasure {
  private final ForgetRider forgetRider;
  private final RevokeLinks links;

  RiderErasure(ForgetRider forgetRider, RevokeLinks links) {
    this.forgetRider = forgetRider;
    this.links = links;
  }

  /**
   * What would go.
   *
   * @throws ProblemException while a photo of the rider is being verified
   */
  Erasure.Erased foresee(RiderId rider) {
    return erased(forgetRider.foresee(rider));
  }

  /**
   * Erases the rider, and what went.
   *
   * @throws ProblemException while a photo of the rider is being verified
   */
  Erasure.Erased erase(RiderId rider) {
    return erased(forgetRider.forget(rider));
  }

  /** The same, and ends all links of the rider and what they opened: a new one is needed. */
  Erasure.Erased eraseForGood(RiderId rider) {
    Erasure.Erased erased = erase(rider);
    links.revokeAll(rider);
    return erased;
  }

  /** Has pages show what went, or would go, and what is kept elsewhere until when. */
  static void show(Erasure.Erased erased, Map<String, Object> model, Instant now) {
    model.put("erased", erased);
    KeptHistory kept = erased.kept();
    if (kept != null) {
      model.put("keptUntil", Moment.of(kept.until(), now));
    }
  }

  private static Erasure.Erased erased(Erasure erasure) {
    return switch (erasure) {
      case Erasure.Erased receipt -> receipt;
      case Erasure.Busy busy -> throw ErasureProblems.of(busy);
    };
  }
}
