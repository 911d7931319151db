package dev.riderphotos.face;

import java.util.List;

/**
 * How the faces of an image look like another face.
 *
 * @param matches those similar enough, the most similar first
 * @param unmatched all others, the largest first
 */
public record FaceComparison(List<Match> matches, List<SeenFace> unmatched) {
  public FaceComparison {
    matches = List.copyOf(matches);
    unmatched = List.copyOf(unmatched);
  }

  /**
   * A face like the other one.
   *
   * @param similarity 0 to 100
   */
  public record Match(SeenFace face, double similarity) {}
}
