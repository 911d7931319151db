package dev.riderphotos.verification;

import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderProfile;
import java.util.List;

/** What a step leaves in the journal. Never a face print. */
public sealed interface StepOutput {
  /** Of FaceDetection: all faces of the picture, the largest first. */
  record DetectedFaces(List<FaceDetail> faces) implements StepOutput {
    public DetectedFaces {
      faces = List.copyOf(faces);
    }
  }

  /**
   * Of CheckFaceDuplicate: registered faces like this one. Those that are no {@link
   * FaceMatch#duplicate} are possible duplicates, for an operator to look at.
   */
  record FaceMatches(List<FaceMatch> matches) implements StepOutput {
    public FaceMatches {
      matches = List.copyOf(matches);
    }
  }

  /** Of AddFaceToIndex. */
  record FaceRecord(IndexedFace face) implements StepOutput {}

  /** Of Thumbnail. */
  record Thumbnail(PhotoRef thumbnail) implements StepOutput {}

  /** Of PersistMetadata: the row. */
  record Profile(RiderProfile profile) implements StepOutput {}

  /** Of PhotoDoesNotMeetRequirement: what the rider was told. */
  record MessageToSend(String title, String message) implements StepOutput {}
}
