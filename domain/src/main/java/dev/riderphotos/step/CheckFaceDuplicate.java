package dev.riderphotos.step;

import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.review.Clearances;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The second state: is it the rider's own face, and has another photo shown it already? Reads only,
 * so it may be repeated. A face that slips in after this look is caught by AddFaceToIndex, whose
 * search and insert are one.
 *
 * <p>Whether two riders' faces are one person's is said by a {@link DuplicateRule}. Whether a
 * verified rider's is the rider's own is one comparison of two faces, whoever else there is.
 */
public final class CheckFaceDuplicate {
  /** The reference's number; what is as similar as its threshold is shown to operators. */
  private static final int MAX_MATCHES = 3;

  /** More than one rider has: the rider's own are left out before the others are counted. */
  private static final int OWN = 20;

  private final RiderFaces collection;
  private final RiderProfiles profiles;
  private final RiderSettings settings;
  private final Clearances clearances;

  public CheckFaceDuplicate(
      RiderFaces collection,
      RiderProfiles profiles,
      RiderSettings settings,
      Clearances clearances) {
    this.collection = collection;
    this.profiles = profiles;
    this.settings = settings;
    this.clearances = clearances;
  }

  /** The faces like this one, and the verdict if one of them stands in its way. */
  public Comparison check(RiderId rider, NewFace face) {
    FaceId registered = OwnFaces.of(rider, profiles, collection).orElse(null);
    NewFace beside =
        clearances.applyTo(rider, face.beside(registered, settings.ownFaceSimilarity()));
    List<FaceMatch> matches =
        collection
            .search(
                face.face().print(),
                DuplicateRule.REFERENCE_SIMILARITY,
                MAX_MATCHES + OWN + beside.exempt().size())
            .stream()
            .filter(match -> !beside.exempt().contains(match.face().id()))
            .toList();
    boolean sameRider = clearances.isSameRider(rider, face.image());
    return verdict(beside, matches, similarity(beside), sameRider);
  }

  /** Which of these faces are not there any more. */
  public List<FaceId> gone(Collection<FaceId> faces) {
    return faces.stream().filter(face -> collection.find(face).isEmpty()).toList();
  }

  private @Nullable Double similarity(NewFace face) {
    OptionalDouble similarity =
        face.own() == null
            ? OptionalDouble.empty()
            : collection.similarity(face.face().print(), face.own(), face.ownSimilarity());
    return similarity.isPresent() ? similarity.getAsDouble() : null;
  }

  private Comparison verdict(
      NewFace face, List<FaceMatch> matches, @Nullable Double own, boolean sameRider) {
    List<FaceMatch> others =
        matches.stream().filter(match -> !face.isOwn(match.face())).limit(MAX_MATCHES).toList();
    boolean ownFace = own != null && own >= face.ownSimilarity();
    boolean mayReplace =
        ownFace || sameRider || settings.newFace() == RiderSettings.NewFace.REPLACE;
    if (ownFace && !face.mayResembleOwn() && !isRegisteredFrom(face)) {
      return new Comparison(others, false, own, Optional.of(Refusals.faceExists(true)));
    }
    return barred(face, matches)
        .or(() -> own == null || mayReplace ? Optional.empty() : another())
        .map(refusal -> new Comparison(others, false, own, Optional.of(refusal)))
        .orElseGet(() -> new Comparison(others, mayReplace, own, Optional.empty()));
  }

  private Optional<Verdict.Rejected> another() {
    return Optional.of(Refusals.anotherFace(settings));
  }

  /** Whether the rider's face is what an earlier try of this execution registered. */
  private boolean isRegisteredFrom(NewFace face) {
    return collection
        .registeredFrom(face.image())
        .filter(earlier -> earlier.id().equals(face.own()))
        .isPresent();
  }

  /**
   * The rider's registered face was looked at already. A face that was moved does not tell the
   * image that it is from, but the image tells the face.
   */
  private Optional<Verdict.Rejected> barred(NewFace face, List<FaceMatch> matches) {
    List<IndexedFace> barring =
        matches.stream()
            .filter(face::isBarredBy)
            .map(FaceMatch::face)
            .filter(match -> !match.id().equals(face.own()))
            .toList();
    return barring.isEmpty() || isOnlyFrom(face, barring)
        ? Optional.empty()
        : Optional.of(
            Refusals.faceExists(face.own() != null && barring.stream().allMatch(face::isOwn)));
  }

  private boolean isOnlyFrom(NewFace face, List<IndexedFace> barring) {
    return barring.stream()
        .map(IndexedFace::id)
        .toList()
        .equals(collection.registeredFrom(face.image()).map(IndexedFace::id).stream().toList());
  }

  /**
   * What was compared, and what follows.
   *
   * @param matches others' faces
   * @param mayReplace whether the face may take the place of another that the rider has, even of
   *     one that is registered only after this look
   * @param own how like the rider's own face it is; {@code null} if the rider has none
   */
  public record Comparison(
      List<FaceMatch> matches,
      boolean mayReplace,
      @Nullable Double own,
      Optional<Verdict.Rejected> refusal) {
    public Comparison {
      matches = List.copyOf(matches);
    }

    /** The journal keeps this of the comparison. */
    public StepOutput.FaceMatches output() {
      return StepOutput.FaceMatches.of(matches, mayReplace, own);
    }
  }
}
