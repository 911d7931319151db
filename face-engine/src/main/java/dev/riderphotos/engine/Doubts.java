package dev.riderphotos.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether what was seen with 8 bits might be something else in float: a face more or less, another
 * box for the same face, or a score on the other side of a limit. RATIONALE.md has the figures that
 * the margins come from.
 */
final class Doubts {
  /** What scores less is no face in float either. */
  private static final float LEAST_SCORE = 0.35f;

  /** What scores more is a face in float, too. */
  private static final float SURE_SCORE = 0.65f;

  private static final float NEAR_LIMIT = 0.05f;
  private static final float NEAR_OVERLAP = 0.03f;
  private static final float SAME_BOX = 0.97f;

  /** What is surer by so much, before the sigmoid, is so in float, too. */
  private static final double SURER = 0.1;

  private final float mostOverlap;
  private final double limit;

  /**
   * @param mostOverlap of the boxes of two faces
   * @param limit a score that decides something for the caller
   */
  Doubts(float mostOverlap, double limit) {
    this.mostOverlap = mostOverlap;
    this.limit = limit;
  }

  /**
   * Of what a surer face suppresses only its rivals for being that face are looked at: as a face of
   * its own it is none in float either.
   *
   * @param proposals all of a picture
   */
  boolean about(List<Detection> proposals) {
    List<Detection> candidates =
        proposals.stream()
            .filter(proposal -> proposal.score() > LEAST_SCORE)
            .sorted(Comparator.comparingDouble(Detection::score).reversed())
            .toList();
    List<Detection> faces = new ArrayList<>();
    for (Detection candidate : candidates) {
      Optional<Detection> face =
          faces.stream().max(Comparator.comparingDouble(surer -> overlap(surer, candidate)));
      float overlap = face.map(surer -> overlap(surer, candidate)).orElse(0f);
      if (Math.abs(overlap - mostOverlap) < NEAR_OVERLAP) {
        return true;
      }
      if (overlap <= mostOverlap) {
        if (isUnsure(candidate)) {
          return true;
        }
        faces.add(candidate);
      } else if (overlap < SAME_BOX && logit(face.orElseThrow()) - logit(candidate) < SURER) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnsure(Detection face) {
    return face.score() < SURE_SCORE || Math.abs(face.score() - limit) < NEAR_LIMIT;
  }

  private static float overlap(Detection one, Detection other) {
    return one.box().overlap(other.box());
  }

  /** The score before the sigmoid. */
  private static double logit(Detection candidate) {
    return Math.log(candidate.score() / (1.0 - candidate.score()));
  }
}
