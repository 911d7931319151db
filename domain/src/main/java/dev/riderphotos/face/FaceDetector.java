package dev.riderphotos.face;

import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the faces of a picture, each with the print that recognises it. */
public interface FaceDetector {
  /**
   * How many pixels a picture's longer side must have to be as good as the whole photo. One that
   * does not know wants all.
   */
  default int enough() {
    return PhotoOpener.WHOLE;
  }

  /**
   * Every face, the largest first; empty if there is none. The same picture always gives the same
   * faces. Faults are {@link dev.riderphotos.BackendException}s.
   *
   * @param stored where the photo is kept that was opened, if it is: a service may read it there,
   *     now and when it is shown the prints
   */
  List<DetectedFace> detect(Picture picture, @Nullable PhotoRef stored);

  /**
   * As {@link #detect(Picture, PhotoRef)}, all faces, for a caller who then leaves out those of
   * less than a confidence: a detector that knows it more and less exactly does so exactly near
   * there. One that knows it in one way has nothing to do for it.
   *
   * @param leastConfidence from 0 to 100
   */
  default List<DetectedFace> detect(
      Picture picture, @Nullable PhotoRef stored, double leastConfidence) {
    return detect(picture, stored);
  }
}
