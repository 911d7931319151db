package dev.riderphotos.step;

import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import java.util.List;
import java.util.Optional;

/**
 * The second state: has another photo shown this face already? Reads only, so it may be repeated. A
 * face that slips in after this look is caught by AddFaceToIndex, whose search and insert are one.
 *
 * <p>From which similarity on two faces are one person's is said by a {@link DuplicateRule}.
 */
public final class CheckFaceDuplicate {
  /** The reference's number; what is as similar as its threshold is shown to operators. */
  private static final int MAX_MATCHES = 3;

  private final RiderFaces collection;
  private final RiderProfiles profiles;
  private final RiderSettings settings;

  public CheckFaceDuplicate(RiderFaces collection, RiderProfiles profiles, RiderSettings settings) {
    this.collection = collection;
    this.profiles = profiles;
    this.settings = settings;
  }

  /** The faces like this one, and the verdict if one of them stands in its way. */
  public Comparison check(RiderId rider, NewFace face) {
    List<FaceMatch> matches =
        collection.search(face.face().print(), DuplicateRule.REFERENCE_SIMILARITY, MAX_MATCHES);
    if (isBarred(face, matches)) {
      return new Comparison(matches, false, Optional.of(Refusals.faceExists()));
    }
    boolean mayReplace =
        settings.newFace() == RiderSettings.NewFace.REPLACE
            || matches.stream().anyMatch(FaceMatch::duplicate); // their own, or barred above
    return mayReplace || profiles.find(rider).isEmpty()
        ? new Comparison(matches, mayReplace, Optional.empty())
        : new Comparison(matches, false, Optional.of(Refusals.otherFace()));
  }

  /**
   * A face that was moved does not tell the image that it is from, but the image tells the face.
   */
  private boolean isBarred(NewFace face, List<FaceMatch> matches) {
    List<FaceId> barring =
        matches.stream().filter(face::isBarredBy).map(match -> match.face().id()).toList();
    return !barring.isEmpty()
        && !barring.equals(
            collection.registeredFrom(face.image()).map(IndexedFace::id).stream().toList());
  }

  /**
   * What was compared, and what follows.
   *
   * @param mayReplace whether the face may take the place of another that the rider has, even of
   *     one that is registered only after this look
   */
  public record Comparison(
      List<FaceMatch> matches, boolean mayReplace, Optional<Verdict.Rejected> refusal) {
    public Comparison {
      matches = List.copyOf(matches);
    }

    /** The journal keeps this of the comparison. */
    public StepOutput.FaceMatches output() {
      return StepOutput.FaceMatches.of(matches, mayReplace);
    }
  }
}
