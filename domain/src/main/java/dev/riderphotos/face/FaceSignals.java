package dev.riderphotos.face;

import org.jspecify.annotations.Nullable;

/**
 * What a face model that looks for it suspects of a face: marks for people to look at, never a
 * proof and never a reason against a photo. Each is {@code null} where the model does not look for
 * it.
 *
 * @param photoOfPhoto that the camera saw a screen or a print in place of a person
 * @param eyesClosed that its eyes are closed
 */
public record FaceSignals(@Nullable Signal photoOfPhoto, @Nullable Signal eyesClosed) {
  /**
   * One suspicion.
   *
   * @param score how much speaks for it, 0 to 100; no probability
   * @param raised whether that is enough to tell people, by the model's own limit
   */
  public record Signal(double score, boolean raised) {
    /**
     * Takes both as they are.
     *
     * @throws IllegalArgumentException when the score is not from 0 to 100
     */
    public Signal {
      if (!(score >= 0 && score <= 100)) {
        throw new IllegalArgumentException("a score of " + score);
      }
    }
  }
}
