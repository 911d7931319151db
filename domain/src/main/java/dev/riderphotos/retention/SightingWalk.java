package dev.riderphotos.retention;

import dev.riderphotos.execution.Executions;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.rider.Sightings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes of verified riders when they sent their last photo, before its execution goes: so what
 * cannot be noted ends the sweep.
 */
final class SightingWalk implements Walk {
  static final int STEP = 100;

  private final RetentionRule rule;
  private final RiderProfiles profiles;
  private final Sightings sightings;
  private final Executions executions;
  private @Nullable RiderId last;

  SightingWalk(
      RetentionRule rule, RiderProfiles profiles, Sightings sightings, Executions executions) {
    this.rule = rule;
    this.profiles = profiles;
    this.sightings = sightings;
    this.executions = executions;
  }

  @Override
  public boolean step(Pass pass) {
    if (!pass.doing() || rule.settings().inactiveRiders() == null) {
      return false;
    }
    List<RiderId> riders = profiles.riders(last, STEP);
    for (RiderId rider : riders) {
      note(rider, pass);
    }
    last = riders.isEmpty() ? last : riders.getLast();
    return riders.size() == STEP;
  }

  private void note(RiderId rider, Pass pass) {
    LastSeen seen = LastSeen.of(rider, sightings, executions, pass.now());
    if (!seen.present().equals(seen.noted())) {
      boolean _ = sightings.replace(seen.noted(), seen.present()); // or the rider is here just now
    }
  }
}
