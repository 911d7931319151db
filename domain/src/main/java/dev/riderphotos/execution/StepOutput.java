package dev.riderphotos.execution;

import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step leaves in the journal. Never a face print. */
public sealed interface StepOutput {
  /** The faces of others that it tells of. */
  default List<FaceId> resembled() {
    return switch (this) {
      case FaceMatches matches -> matches.matches().stream().map(Resemblance::face).toList();
      case AddedFace(_, var nearest) -> nearest == null ? List.of() : List.of(nearest.face());
      case DetectedFaces _, Thumbnail _, Profile _, MessageToSend _ -> List.of();
    };
  }

  /** The same without this face, where it is another's that the rider's resembles. */
  default StepOutput forgetting(FaceId gone) {
    return switch (this) {
      case FaceMatches matches -> matches.without(gone);
      case AddedFace added -> added.without(gone);
      case DetectedFaces _, Thumbnail _, Profile _, MessageToSend _ -> this;
    };
  }

  /** What it tells of and this, which was written before of the same step, has forgotten since. */
  default List<FaceId> forgottenBy(StepOutput written) {
    boolean forgotten =
        switch (written) {
          case FaceMatches(_, _, _, int erased) ->
              this instanceof FaceMatches mine && mine.erased() < erased;
          case AddedFace(IndexedFace face, var nearest) ->
              nearest == null && this instanceof AddedFace mine && mine.face().equals(face);
          case DetectedFaces _, Thumbnail _, Profile _, MessageToSend _ -> false;
        };
    return forgotten
        ? resembled().stream().filter(face -> !written.resembled().contains(face)).toList()
        : List.of();
  }

  /**
   * FaceDetection finds these faces in the picture, the largest first.
   *
   * @param etag of the photo they were found in; {@code null} where nobody asks for it
   */
  record DetectedFaces(List<FaceDetail> faces, @Nullable String etag) implements StepOutput {
    public DetectedFaces {
      faces = List.copyOf(faces);
    }

    public DetectedFaces(List<FaceDetail> faces) {
      this(faces, null);
    }
  }

  /**
   * Of CheckFaceDuplicate: registered faces like this one, by their ids alone, so that nothing of a
   * rider who is forgotten stays in the journal of others.
   *
   * @param matches others' faces, the most similar first
   * @param mayReplace whether the face may take the place of another that the rider has
   * @param own how like the rider's own face it is, 0 to 100; {@code null} if the rider has none
   * @param erased how many more there were, of riders who are erased by now
   */
  record FaceMatches(
      List<Resemblance> matches, boolean mayReplace, @Nullable Double own, int erased)
      implements StepOutput {
    public FaceMatches {
      matches = List.copyOf(matches);
    }

    /** As it is found: nobody is erased yet. */
    public FaceMatches(List<Resemblance> matches, boolean mayReplace, @Nullable Double own) {
      this(matches, mayReplace, own, 0);
    }

    private FaceMatches without(FaceId gone) {
      List<Resemblance> left = matches.stream().filter(each -> !each.face().equals(gone)).toList();
      return new FaceMatches(left, mayReplace, own, erased + matches.size() - left.size());
    }

    public static FaceMatches of(
        List<FaceMatch> matches, boolean mayReplace, @Nullable Double own) {
      return new FaceMatches(matches.stream().map(Resemblance::of).toList(), mayReplace, own);
    }
  }

  /**
   * A registered face like the photo's. If it is no {@code duplicate} by the collection's rule, it
   * is a possible one, for an operator to look at.
   *
   * @param similarity 0 to 100
   */
  record Resemblance(FaceId face, double similarity, boolean duplicate) {
    public static Resemblance of(FaceMatch match) {
      return new Resemblance(match.face().id(), match.similarity(), match.duplicate());
    }
  }

  /**
   * AddFaceToIndex puts this face into the collection.
   *
   * @param nearest another's face that people are to compare with it; {@code null} if there is none
   */
  record AddedFace(IndexedFace face, @Nullable Resemblance nearest) implements StepOutput {
    public AddedFace(IndexedFace face) {
      this(face, null);
    }

    private AddedFace without(FaceId gone) {
      return nearest != null && nearest.face().equals(gone) ? new AddedFace(face) : this;
    }
  }

  /** Thumbnail stores a small copy of the photo here. */
  record Thumbnail(PhotoRef thumbnail) implements StepOutput {}

  /** PersistMetadata writes this row. */
  record Profile(RiderProfile profile) implements StepOutput {}

  /** PhotoDoesNotMeetRequirement tells the rider this. */
  record MessageToSend(String title, String message) implements StepOutput {}
}
