package dev.riderphotos.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a model pack says about a photo beside whom it shows. Advice for people to look, no proof.
 *
 * @param photoOfPhoto whether it may be a photo of a photo or of a screen; null if the pack does
 *     not say. It sees the edge of a print or a telephone, not the medium itself
 * @param eyesClosed whether both eyes may be closed; null if the pack does not say
 */
public record Signals(@Nullable Signal photoOfPhoto, @Nullable Signal eyesClosed) {
  /**
   * One of them.
   *
   * @param score how much speaks for a live person, or for an open eye, of the eye that is more
   *     open: 0 to 1. No probability
   * @param raised whether the score is so low that people should look
   */
  public record Signal(float score, boolean raised) {}
}
