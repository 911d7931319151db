package dev.riderphotos.verification;

import dev.riderphotos.photo.Picture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The picture that the steps of one run share. It is put down whenever one of them fails: the
 * pixels that may be open at once are few, and who pauses must not keep them from others. The step
 * that needs it again has it opened again.
 */
final class PictureInHand {
  private final Supplier<Picture> opening;
  private @Nullable Picture picture;

  /**
   * The hand is empty at first.
   *
   * @param opening of the same picture, when it is needed again
   */
  PictureInHand(Supplier<Picture> opening) {
    this.opening = opening;
  }

  void hold(Picture opened) {
    picture = opened;
  }

  Picture picture() {
    if (picture == null) {
      picture = opening.get();
    }
    return picture;
  }

  /** Closes the picture; this is harmless if the hand is empty. */
  void putDown() {
    if (picture != null) {
      picture.close();
      picture = null;
    }
  }

  /** Does work that others may have to wait for, if it fails. */
  <T> T orPutDown(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException fault) {
      putDown();
      throw fault;
    }
  }
}
