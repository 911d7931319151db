package dev.riderphotos.review;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.review.Judgement.OnePerson;
import dev.riderphotos.review.Judgement.SecondLook;
import dev.riderphotos.review.Judgement.TwoPeople;
import dev.riderphotos.rider.RiderId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people decided, as a verification goes by it. A judgement is about faces, by whatever id
 * they were known when it was made: one that is registered no more is nobody's to be let pass.
 */
public final class Clearances {
  private final Judgements judgements;
  private final RiderFaces faces;

  public Clearances(Judgements judgements, RiderFaces faces) {
    this.judgements = judgements;
    this.faces = faces;
  }

  /** The rider's face, with the faces that it was told from, and the riders who are this person. */
  public NewFace applyTo(RiderId rider, NewFace face) {
    List<Judgement> all = judgements.of(rider);
    return all.isEmpty() ? face : face.judged(toldFrom(rider, face, all), onePerson(rider, all));
  }

  private Set<FaceId> toldFrom(RiderId rider, NewFace face, List<Judgement> all) {
    Set<FaceId> others = new HashSet<>();
    of(TwoPeople.class, all)
        .filter(pair -> isOwn(face, pair.of(rider)))
        .flatMap(pair -> present(pair.besides(rider)).stream())
        .filter(other -> isNearerToOwn(face, other))
        .forEach(others::add);
    of(SecondLook.class, all)
        .filter(look -> isOf(look, face.image()) && look.why() == Decision.TWO_PEOPLE)
        .flatMap(look -> Optional.ofNullable(look.other()).stream())
        .flatMap(other -> present(other).stream())
        .forEach(others::add);
    return others;
  }

  /** Of a rider's newer photo, only what is said of the face that it takes the place of. */
  private boolean isOwn(NewFace face, Sitter sitter) {
    return face.own() != null && present(sitter).filter(face.own()::equals).isPresent();
  }

  private Optional<FaceId> present(Sitter sitter) {
    return faces
        .find(sitter.face())
        .filter(face -> sitter.rider().externalImageId().equals(face.externalImageId()))
        .map(IndexedFace::id);
  }

  private boolean isNearerToOwn(NewFace face, FaceId other) {
    FacePrint print = face.face().print();
    double least = face.ownSimilarity();
    FaceId own = face.own();
    double toOwn = own == null ? 0 : faces.similarity(print, own, least).orElse(0);
    return toOwn >= least && toOwn > faces.similarity(print, other, least).orElse(100);
  }

  private static Set<ExternalImageId> onePerson(RiderId rider, List<Judgement> all) {
    return of(OnePerson.class, all)
        .map(pair -> pair.besides(rider).externalImageId())
        .collect(Collectors.toSet());
  }

  /** Notes of the face that was registered that it was told from others. May be repeated. */
  public void passOn(RiderId rider, NewFace judged, IndexedFace registered) {
    for (FaceId other : judged.exempt()) {
      faces
          .find(other)
          .flatMap(face -> riderOf(face).map(whose -> new Sitter(whose, face.id())))
          .ifPresent(
              them -> judgements.add(new TwoPeople(new Sitter(rider, registered.id()), them)));
    }
  }

  /** Forgets what the face was told from, before it is deleted. May be repeated. */
  public void forget(IndexedFace face) {
    riderOf(face).ifPresent(rider -> forget(rider, face.id()));
  }

  /** The same of the face that a rider had, under any of its ids. */
  public void forget(RiderId rider, FaceId face) {
    FaceId present = faces.find(face).map(IndexedFace::id).orElse(face);
    of(TwoPeople.class, judgements.of(rider))
        .filter(pair -> isOne(pair.of(rider).face(), face, present))
        .forEach(judgements::remove);
  }

  private boolean isOne(FaceId noted, FaceId face, FaceId present) {
    return noted.equals(face)
        || faces.find(noted).map(IndexedFace::id).filter(present::equals).isPresent();
  }

  /** Whether people saw that the glasses on this photo are no sunglasses. */
  public boolean wearsNoSunglasses(RiderId rider, ExecutionId execution) {
    return isLookedAt(rider, execution.imageId(), Decision.NO_SUNGLASSES);
  }

  /** Whether people saw that this photo shows the rider, though it is unlike the registered one. */
  public boolean isSameRider(RiderId rider, ImageId image) {
    return isLookedAt(rider, image, Decision.SAME_RIDER);
  }

  private boolean isLookedAt(RiderId rider, ImageId image, Decision why) {
    return of(SecondLook.class, judgements.of(rider))
        .anyMatch(look -> isOf(look, image) && look.why() == why);
  }

  private static boolean isOf(SecondLook look, ImageId image) {
    return look.execution().imageId().equals(image);
  }

  private static <T extends Judgement> Stream<T> of(Class<T> kind, List<Judgement> all) {
    return all.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whose face it is; empty if others put it there. */
  static Optional<RiderId> riderOf(IndexedFace face) {
    ExternalImageId name = face.externalImageId();
    try {
      return name == null ? Optional.empty() : Optional.of(new RiderId(name.name()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
