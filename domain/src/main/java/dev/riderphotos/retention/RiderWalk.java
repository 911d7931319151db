package dev.riderphotos.retention;

import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.retention.RetentionRule.Inactivity;
import dev.riderphotos.review.Cases;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.Erasure;
import dev.riderphotos.verification.ErasureWishes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verified riders: whoever was not here for long is told, and erased a while after that. */
final class RiderWalk implements Walk {
  private final RetentionRule rule;
  private final RiderProfiles profiles;
  private final Sightings sightings;
  private final Executions executions;
  private final Cases cases;
  private final ErasureWishes wishes;
  private final WordOfAbsence word;
  private final EraseRider erasing;
  private final Audit audit;
  private @Nullable RiderId last;

  RiderWalk(
      RetentionRule rule,
      RiderProfiles profiles,
      Sightings sightings,
      Executions executions,
      Cases cases,
      ErasureWishes wishes,
      WordOfAbsence word,
      EraseRider erasing,
      Audit audit) {
    this.rule = rule;
    this.profiles = profiles;
    this.sightings = sightings;
    this.executions = executions;
    this.cases = cases;
    this.wishes = wishes;
    this.word = word;
    this.erasing = erasing;
    this.audit = audit;
  }

  @Override
  public boolean step(Pass pass) {
    if (rule.settings().inactiveRiders() == null) {
      return false;
    }
    List<RiderId> riders = profiles.riders(last, SightingWalk.STEP);
    KeptForNow kept = new KeptForNow(cases, wishes);
    for (RiderId rider : riders) {
      pass.look(() -> look(rider, kept, pass));
    }
    last = riders.isEmpty() ? last : riders.getLast();
    return riders.size() == SightingWalk.STEP;
  }

  private void look(RiderId rider, KeptForNow kept, Pass pass) {
    Sighting present = LastSeen.of(rider, sightings, executions, pass.now()).present();
    switch (rule.inactivity(present, pass.now())) {
      case Inactivity.None _, Inactivity.Told _ -> {}
      case Inactivity.ToBeTold(Instant goesAt) -> {
        if (!kept.contains(rider)) {
          pass.tells(() -> tell(present, goesAt, pass));
        }
      }
      case Inactivity.Over _ -> {
        if (!kept.contains(rider)) {
          pass.goes(Kept.INACTIVE_RIDERS, present.seenAt(), () -> erase(rider));
        }
      }
    }
  }

  /** The word first: told again, after a crash, it is the same. */
  private void tell(Sighting present, Instant goesAt, Pass pass) {
    word.tell(present, goesAt);
    boolean _ = sightings.replace(present, present.told(LastSeen.seconds(pass.now())));
  }

  private void erase(RiderId rider) {
    var _ = audit.tell(Origin.sweep(), Deed.of(Act.RIDER_ERASED, rider));
    Erasure _ = erasing.erase(rider);
  }
}
