package dev.riderphotos.testkit;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.review.Appealed;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.Claim;
import dev.riderphotos.review.Decision;
import dev.riderphotos.review.Judgement;
import dev.riderphotos.review.Kind;
import dev.riderphotos.review.Opinion;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.review.Party;
import dev.riderphotos.review.Reviewer;
import dev.riderphotos.review.Ruling;
import dev.riderphotos.review.Sitter;
import dev.riderphotos.review.Withdraw;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases and judgements as whoever keeps them has to. */
public final class CaseFiles {
  public static final Instant NOON = Instant.parse("2026-02-03T12:00:00.123456789Z");
  public static final Reviewer KIM = new Reviewer("0123456789ab");
  public static final Reviewer LOU = new Reviewer("ba9876543210");

  private static final BoundingBox BOX = new BoundingBox(-0.1, 1.0 / 3, 0.2, 1e-9);
  private static final RiderId ODD = new RiderId("Ünï \"côdé\" 😀");

  private CaseFiles() {}

  /** Two riders who may be one person. */
  public static Case possibleDuplicate(RiderId later, RiderId earlier, Instant openedAt) {
    return opened(Kind.POSSIBLE_DUPLICATE, registered(later), registered(earlier), null, openedAt);
  }

  /** A photo that does not show who is registered. */
  public static Case anotherFace(RiderId rider, Instant openedAt) {
    return opened(Kind.ANOTHER_FACE, sent(rider), registered(rider), null, openedAt);
  }

  /** A rider with somebody else's face, as it seemed. */
  public static Case appeal(RiderId rider, RiderId other, Instant openedAt) {
    return opened(
        Kind.APPEAL,
        sent(rider),
        registered(other),
        new Appealed(ReasonCode.ALREADY_REGISTERED, "My sister\n\"rides\" too 😀"),
        openedAt);
  }

  /** A rider who wears no sunglasses. */
  public static Case appealOfGlasses(RiderId rider, Instant openedAt) {
    return opened(
        Kind.APPEAL, sent(rider), null, new Appealed(ReasonCode.SUNGLASSES, ""), openedAt);
  }

  /** One of each kind and state, with all that a case can have and without. */
  public static List<Case> ofEveryKind() {
    Party bare = new Party(ODD, null, null, null, null);
    Opinion first =
        new Opinion(
            KIM, Ruling.onePerson(Withdraw.EARLIER), "see\nthe \"ears\" 😀", "0a1b", true, NOON);
    Opinion second =
        new Opinion(LOU, Ruling.of(Decision.TWO_PEOPLE), null, "0a1b", false, NOON.plusNanos(1));
    Case of = possibleDuplicate(ODD, Riders.boris(), NOON);
    return List.of(
        of,
        appeal(ODD, Riders.number(1), NOON),
        appealOfGlasses(Riders.number(2), NOON),
        opened(Kind.ANOTHER_FACE, bare, null, null, NOON),
        anotherFace(Riders.number(3), NOON).joinedBy(sent(Riders.number(3))),
        possibleDuplicate(Riders.number(4), ODD, NOON)
            .undecided(List.of(first), NOON.plusSeconds(1))
            .claimedBy(new Claim(LOU, NOON.plusSeconds(300))),
        possibleDuplicate(Riders.number(5), ODD, NOON)
            .decided(List.of(first, second, first), first.ruling(), NOON.plusSeconds(600)),
        possibleDuplicate(Riders.number(6), ODD, NOON)
            .decided(List.of(first), first.ruling(), NOON)
            .begun(registered(ODD), ExecutionId.random()),
        possibleDuplicate(Riders.number(7), ODD, NOON).reopened(NOON.plusSeconds(60)),
        possibleDuplicate(Riders.number(8), ODD, NOON)
            .decided(List.of(first), first.ruling(), NOON)
            .closed(Outcome.CARRIED_OUT, NOON.plusSeconds(1), NOON.plus(Duration.ofDays(30))),
        possibleDuplicate(Riders.number(9), ODD, NOON).closed(Outcome.EXPIRED, NOON, null));
  }

  /** One of each, with all that a judgement can have and without. */
  public static List<Judgement> judgements(RiderId rider) {
    Sitter sitter = new Sitter(rider, new FaceId("face-1"));
    Sitter other = new Sitter(ODD, new FaceId("face-2"));
    return List.of(
        new Judgement.TwoPeople(sitter, other),
        new Judgement.TwoPeople(new Sitter(rider, new FaceId("face-3")), other),
        new Judgement.OnePerson(rider, ODD, ExecutionId.random(), NOON),
        new Judgement.OnePerson(ODD, rider, null, NOON),
        new Judgement.SecondLook(rider, ExecutionId.random(), Decision.TWO_PEOPLE, other),
        new Judgement.SecondLook(rider, ExecutionId.random(), Decision.NO_SUNGLASSES, null));
  }

  private static Case opened(
      Kind kind, Party rider, @Nullable Party other, @Nullable Appealed appeal, Instant openedAt) {
    Double similarity = other == null ? null : 74 + 1.0 / 3;
    return Case.opened(
        CaseId.random(),
        kind,
        rider,
        other,
        similarity,
        appeal,
        openedAt,
        openedAt.plus(Duration.ofDays(60)));
  }

  /** A rider with the face that is registered. */
  public static Party registered(RiderId rider) {
    return party(rider, new FaceId("face-of-" + rider.value()));
  }

  /** A rider with a photo that was refused. */
  public static Party sent(RiderId rider) {
    return party(rider, null);
  }

  private static Party party(RiderId rider, @Nullable FaceId face) {
    return new Party(
        rider,
        ExecutionId.random(),
        new PhotoRef("rider-photos", "riders/ä/😀 +%/photo.jpg"),
        BOX,
        face);
  }
}
