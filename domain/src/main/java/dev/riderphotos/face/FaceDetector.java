package dev.riderphotos.face;

import dev.riderphotos.photo.Picture;
import java.util.List;

/** Finds the faces of a picture, each with the print that recognises it. */
public interface FaceDetector {
  /**
   * Every face, the largest first; empty if there is none. The same picture always gives the same
   * faces. Faults are {@link dev.riderphotos.BackendException}s.
   */
  List<DetectedFace> detect(Picture picture);
}
