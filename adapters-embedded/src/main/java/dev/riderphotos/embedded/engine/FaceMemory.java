package dev.riderphotos.embedded.engine;

import dev.riderphotos.BackendException;
import java.util.function.BooleanSupplier;

/**
 * The memory that faces may take, those of all collections together: planned, so that it is refused
 * before it is used up. Callers see to it that one at a time takes or gives back.
 */
public final class FaceMemory {
  private static final long MEGABYTE = 1 << 20;

  private final long heap;
  private final long others;
  private long taken;

  /**
   * Shares out what is left.
   *
   * @param heap bytes that there are in all
   * @param others bytes that are not for faces
   */
  public FaceMemory(long heap, long others) {
    this.heap = heap;
    this.others = others;
  }

  /**
   * Takes so much, having others give back theirs if there is not enough.
   *
   * @param giveBack whether somebody did
   * @throws BackendException if there is not enough for all that
   */
  void take(long bytes, BooleanSupplier giveBack) {
    while (others + taken + bytes > heap) {
      if (!giveBack.getAsBoolean()) {
        throw refusal(taken + bytes);
      }
    }
    taken += bytes;
  }

  void giveBack(long bytes) {
    taken -= bytes;
  }

  /**
   * Refuses so many at once, if they are more than fit beside nothing else.
   *
   * @throws BackendException if they are
   */
  void require(long bytes) {
    if (others + bytes > heap) {
      throw refusal(bytes);
    }
  }

  private BackendException refusal(long faces) {
    return new BackendException(
        ("hold all faces in memory: they take %d MB and all else %d MB, of a heap of %d MB. Start"
                + " again with RIDER_PHOTOS_HEAP=%dm or more")
            .formatted(
                megabytes(faces),
                megabytes(others),
                heap / MEGABYTE,
                megabytes(others) + megabytes(faces)),
        false,
        new IllegalStateException("the heap is planned"));
  }

  private static long megabytes(long bytes) {
    return (bytes + MEGABYTE - 1) / MEGABYTE;
  }
}
