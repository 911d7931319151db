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
   */
  record FaceMatches(List<Resemblance> matches, boolean mayReplace, @Nullable Double own)
      implements StepOutput {
    public FaceMatches {
      matches = List.copyOf(matches);
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
  }

  /** Thumbnail stores a small copy of the photo here. */
  record Thumbnail(PhotoRef thumbnail) implements StepOutput {}

  /** PersistMetadata writes this row. */
  record Profile(RiderProfile profile) implements StepOutput {}

  /** PhotoDoesNotMeetRequirement tells the rider this. */
  record MessageToSend(String title, String message) implements StepOutput {}
}
