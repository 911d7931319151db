package dev.riderphotos.review;

import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees to cases that something is to be done with: decisions whose grace is over are carried out,
 * cases that nobody decided are closed, and photos go that were kept for an appeal. To be called
 * often; a fault of one case keeps none of the others from it.
 */
public final class TendCases {
  private static final int MOST = 200;

  private final Cases cases;
  private final CarryOutDecisions decisions;
  private final RiderProfiles profiles;
  private final PhotoStore photos;
  private final InstantSource clock;

  public TendCases(
      Cases cases,
      CarryOutDecisions decisions,
      RiderProfiles profiles,
      PhotoStore photos,
      InstantSource clock) {
    this.cases = cases;
    this.decisions = decisions;
    this.profiles = profiles;
    this.photos = photos;
    this.clock = clock;
  }

  /** Throws the first fault in the end, if there was one. */
  public void tend() {
    RuntimeException first = null;
    for (Case due : cases.due(clock.instant(), MOST)) {
      try {
        tend(due);
      } catch (RuntimeException fault) {
        first = first == null ? fault : with(first, fault);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static RuntimeException with(RuntimeException first, RuntimeException another) {
    if (first != another) {
      first.addSuppressed(another);
    }
    return first;
  }

  private void tend(Case due) {
    switch (due.state()) {
      case OPEN -> expire(due);
      case DECIDED, UNDER_WAY -> decisions.carryOut(due.id());
      case CLOSED -> letPhotoGo(due);
    }
  }

  private void expire(Case due) {
    Instant now = clock.instant();
    Optional<Case> _ =
        cases.change(
            due.id(), each -> each.equals(due) ? each.closed(Outcome.EXPIRED, now, null) : each);
  }

  /** Unless it is the rider's registered one again, or an appeal is about it. */
  private void letPhotoGo(Case closed) {
    Party whose = closed.withdrawn() == null ? closed.rider() : closed.withdrawn();
    PhotoRef photo = whose.photo();
    if (photo != null && isAppealed(closed, whose.rider(), photo)) {
      return;
    }
    if (photo != null && !isRegistered(whose, photo)) {
      photos.delete(photo);
    }
    Instant ended = closed.closedAt() == null ? clock.instant() : closed.closedAt();
    Optional<Case> _ = cases.change(closed.id(), each -> each.closed(outcome(each), ended, null));
  }

  private static Outcome outcome(Case of) {
    @Nullable Outcome outcome = of.outcome();
    return outcome == null ? Outcome.CARRIED_OUT : outcome;
  }

  private boolean isRegistered(Party whose, PhotoRef photo) {
    return profiles.find(whose.rider()).map(RiderProfile::photo).filter(photo::equals).isPresent();
  }

  private boolean isAppealed(Case closed, RiderId whose, PhotoRef photo) {
    return cases.of(whose).stream()
        .filter(each -> !each.id().equals(closed.id()) && each.state() != CaseState.CLOSED)
        .flatMap(each -> Stream.concat(Stream.of(each.rider()), each.joined().stream()))
        .anyMatch(party -> photo.equals(party.photo()));
  }
}
