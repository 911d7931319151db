package dev.riderphotos.review;

import dev.riderphotos.Undeterred;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderProfiles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sees to cases that something is to be done with: decisions whose grace is over are carried out,
 * cases that nobody decided are closed, and photos go that were kept for an appeal. To be called
 * often; a fault of one case keeps none of the others from it.
 */
public final class TendCases {
  private static final int MOST = 200;

  private final Cases cases;
  private final CarryOutDecisions decisions;
  private final KeptPhoto kept;
  private final InstantSource clock;

  public TendCases(
      Cases cases,
      CarryOutDecisions decisions,
      RiderProfiles profiles,
      PhotoStore photos,
      InstantSource clock) {
    this.cases = cases;
    this.decisions = decisions;
    this.kept = new KeptPhoto(profiles, photos);
    this.clock = clock;
  }

  /** Throws the first fault in the end, if there was one. */
  public void tend() {
    Undeterred.forEach(cases.due(clock.instant(), MOST), this::tend);
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

  /** Nothing goes that an appeal is about. */
  private void letPhotoGo(Case closed) {
    if (isAppealed(closed, KeptPhoto.of(closed))) {
      return;
    }
    kept.letGo(closed);
    Optional<Case> _ = cases.change(closed.id(), Case::done);
  }

  private boolean isAppealed(Case closed, Party whose) {
    return cases.of(whose.rider()).stream()
        .filter(each -> !each.id().equals(closed.id()) && each.state() != CaseState.CLOSED)
        .flatMap(each -> Stream.concat(Stream.of(each.rider()), each.joined().stream()))
        .map(Party::photo)
        .anyMatch(photo -> photo != null && photo.equals(whose.photo()));
  }
}
