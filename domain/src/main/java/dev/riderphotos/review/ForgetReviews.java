package dev.riderphotos.review;

import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Erases what reviews have of a rider: cases, with what the rider said in them, photos that are
 * kept for an appeal, and judgements. May be repeated.
 */
public final class ForgetReviews {
  private final Cases cases;
  private final Judgements judgements;
  private final PhotoStore photos;

  public ForgetReviews(Cases cases, Judgements judgements, PhotoStore photos) {
    this.cases = cases;
    this.judgements = judgements;
    this.photos = photos;
  }

  /** Forgetting a stranger is harmless. */
  public void forget(RiderId rider) {
    for (Case each : cases.of(rider)) {
      photosOf(rider, each).forEach(photos::delete);
      cases.delete(each.id());
    }
    judgements.forget(rider);
  }

  private static Stream<PhotoRef> photosOf(RiderId rider, Case of) {
    return Stream.of(Stream.of(of.rider(), of.other(), of.withdrawn()), of.joined().stream())
        .flatMap(parties -> parties)
        .filter(Objects::nonNull)
        .filter(party -> party.rider().equals(rider))
        .map(Party::photo)
        .filter(Objects::nonNull);
  }
}
