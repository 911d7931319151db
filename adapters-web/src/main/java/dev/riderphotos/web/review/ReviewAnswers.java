package dev.riderphotos.web.review;

import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Reviewer;
import dev.riderphotos.review.Standing;
import dev.riderphotos.rider.RiderProfiles;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Tells of cases, with the version by which an open one is decided. */
@Singleton
public class ReviewAnswers {
  private final RiderProfiles profiles;
  private final FaceCounterparts counterparts;
  private final InstantSource clock;

  ReviewAnswers(RiderProfiles profiles, FaceCounterparts counterparts, InstantSource clock) {
    this.profiles = profiles;
    this.counterparts = counterparts;
    this.clock = clock;
  }

  /** As this reviewer may see it. */
  public ReviewAnswer of(Case each, Reviewer reader) {
    String version =
        each.state() == CaseState.OPEN ? Standing.of(each, profiles, counterparts).version() : null;
    return ReviewAnswer.of(each, version, reader, clock.instant());
  }
}
