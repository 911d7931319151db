package dev.riderphotos.step;

import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.photo.Picture;
import java.util.List;

/** FaceDetection finds a photo suitable, or refuses it. */
public sealed interface Detection {
  /** The journal keeps this of the detection. */
  StepOutput.DetectedFaces output();

  /** What is told without being held against the photo. */
  List<Reason> advice();

  /**
   * The photo shows one clear face.
   *
   * @param picture open, for the steps to come; to be closed by whom it is given to
   * @param advice what could be better about it
   */
  record Suitable(Picture picture, DetectedFace face, List<Reason> advice) implements Detection {
    public Suitable {
      advice = List.copyOf(advice);
    }

    @Override
    public StepOutput.DetectedFaces output() {
      return new StepOutput.DetectedFaces(List.of(face.detail()));
    }
  }

  /**
   * The photo does not show one clear face.
   *
   * @param advice what is suspected of the face besides
   */
  record Refused(List<FaceDetail> faces, Verdict.Rejected verdict, List<Reason> advice)
      implements Detection {
    public Refused {
      faces = List.copyOf(faces);
      advice = List.copyOf(advice);
    }

    @Override
    public StepOutput.DetectedFaces output() {
      return new StepOutput.DetectedFaces(faces);
    }
  }
}
