package dev.riderphotos.review;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Status;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes a registration back: thumbnail, profile and face go, in this order; the photo stays for an
 * appeal. The profile is what makes the rider verified; as its face goes after it, there never are
 * two who ride with one face. Cut short anywhere, it is repeated from the start.
 */
final class WithdrawRegistration {
  /** So much may clocks of those differ who begin executions. */
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  /** An execution that was just started may be found so much later. */
  private static final Duration FOUND = Duration.ofSeconds(2);

  private static final int MOST_RUNNING = 100;

  private final RiderProfiles profiles;
  private final RiderFaces faces;
  private final PhotoStore photos;
  private final Executions executions;
  private final Clearances clearances;
  private final InstantSource clock;

  WithdrawRegistration(
      RiderProfiles profiles,
      RiderFaces faces,
      PhotoStore photos,
      Executions executions,
      Clearances clearances,
      InstantSource clock) {
    this.profiles = profiles;
    this.faces = faces;
    this.photos = photos;
    this.executions = executions;
    this.clearances = clearances;
    this.clock = clock;
  }

  /** How it went. */
  enum Progress {
    DONE,
    /** A photo of the rider is being verified, by what was known before: it is to end first. */
    WAITING,
    /** The rider has another registration by now, which stays. */
    CHANGED
  }

  /**
   * Withdraws this registration.
   *
   * @param noted since when verifications of the rider go by what is noted of them
   */
  Progress withdraw(Party registration, Instant noted) {
    RiderId rider = registration.rider();
    FaceId face = registration.face();
    if (face == null) {
      return Progress.DONE;
    }
    if (clock.instant().isBefore(noted.plus(FOUND)) || isRunningSince(rider, noted)) {
      return Progress.WAITING;
    }
    Optional<RiderProfile> profile = profiles.find(rider);
    if (profile.isPresent() && !isOf(registration, profile.get())) {
      return Progress.CHANGED;
    }
    if (profile.isPresent()) {
      photos.delete(profile.get().thumbnail());
      profiles.delete(profile.get());
      if (profiles.find(rider).isPresent()) {
        return Progress.CHANGED;
      }
    }
    clearances.forget(rider, face);
    faces.delete(face);
    return Progress.DONE;
  }

  private boolean isRunningSince(RiderId rider, Instant noted) {
    return executions
        .list(new Filter(Status.RUNNING, rider), null, MOST_RUNNING)
        .executions()
        .stream()
        .map(Execution::startedAt)
        .anyMatch(start -> !start.isAfter(noted.plus(CLOCKS)));
  }

  /** Whether it is this registration still, also when its face was moved since. */
  private boolean isOf(Party registration, RiderProfile profile) {
    FaceId face = registration.face();
    return face != null
        && profile.photo().equals(registration.photo())
        && (profile.face().equals(face)
            || faces.find(face).map(IndexedFace::id).filter(profile.face()::equals).isPresent());
  }
}
