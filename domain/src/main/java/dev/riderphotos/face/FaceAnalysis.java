package dev.riderphotos.face;

import java.util.List;
import java.util.Optional;

/**
 * Looks at the faces of images and keeps nothing of them. The same image always shows the same
 * faces. Prints of a model that is not there are refused with an {@link IllegalArgumentException};
 * faults are {@link dev.riderphotos.BackendException}s.
 */
public interface FaceAnalysis {
  /** Every face (of very many, the 100 largest), the largest first; empty if there is none. */
  List<SeenFace> analyse(FaceImage image);

  /**
   * The largest face, to be compared with others; empty if there is none. Its picture may be closed
   * before that, so that no comparison needs two pictures at once.
   *
   * @param filter faces that do not pass it are not seen
   */
  Optional<Subject> largest(FaceImage image, QualityFilter filter);

  /**
   * Compares a face with every face of an image.
   *
   * @param minSimilarity of a match, 0 to 100
   * @param filter faces that do not pass it are not seen
   */
  FaceComparison compare(
      FacePrint face, FaceImage image, double minSimilarity, QualityFilter filter);

  /** A face to compare others with. */
  record Subject(SeenFace seen, FacePrint print) {}
}
