package dev.riderphotos.review;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Erases what reviews have of a rider: cases, with what the rider said in them, photos that are
 * kept for an appeal, and judgements. A case goes as a whole, and with it what it kept of the rider
 * on the other side. May be repeated.
 */
public final class ForgetReviews {
  private final Cases cases;
  private final Judgements judgements;
  private final PhotoStore photos;
  private final RiderProfiles profiles;
  private final RiderFaces faces;
  private final KeptPhoto kept;

  public ForgetReviews(
      Cases cases,
      Judgements judgements,
      PhotoStore photos,
      RiderProfiles profiles,
      RiderFaces faces) {
    this.cases = cases;
    this.judgements = judgements;
    this.photos = photos;
    this.profiles = profiles;
    this.faces = faces;
    this.kept = new KeptPhoto(profiles, photos);
  }

  /** How many cases about the rider people have not decided yet, or that are not carried out. */
  public int open(RiderId rider) {
    return (int) cases.of(rider).stream().filter(each -> each.state() != CaseState.CLOSED).count();
  }

  /** Forgetting a stranger is harmless. Says how many cases there were. */
  public int forget(RiderId rider) {
    List<Case> about = cases.of(rider);
    for (Case each : about) {
      photosOf(rider, each).forEach(photos::delete);
      leaveNothing(each);
      cases.delete(each.id());
    }
    judgements.forget(rider);
    return about.size();
  }

  private void leaveNothing(Case gone) {
    switch (gone.state()) {
      case OPEN, DECIDED -> {}
      case UNDER_WAY -> endWithdrawal(gone);
      case CLOSED -> {
        if (gone.due() != null) {
          kept.letGo(gone);
        }
      }
    }
  }

  /** A registration that has begun to go is not left without its row and with its face. */
  private void endWithdrawal(Case gone) {
    Party registration = gone.withdrawn();
    FaceId face = registration == null ? null : registration.face();
    if (registration != null && face != null && profiles.find(registration.rider()).isEmpty()) {
      faces.delete(face);
      kept.letGo(gone);
    }
  }

  private static Stream<PhotoRef> photosOf(RiderId rider, Case of) {
    return Stream.concat(Stream.of(of.rider(), of.other(), of.withdrawn()), of.joined().stream())
        .filter(Objects::nonNull)
        .filter(party -> party.rider().equals(rider))
        .map(Party::photo)
        .filter(Objects::nonNull);
  }
}
