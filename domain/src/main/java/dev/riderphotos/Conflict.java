package dev.riderphotos;

/**
 * Somebody else changed the same thing at the same moment, and came first: nothing was changed.
 * Nothing is broken, and no answer but to try again is of any use.
 */
public final class Conflict extends RuntimeException {
  /**
   * Makes the conflict that an attempt ran into.
   *
   * @param doing what was being done, as of {@link BackendException}: "change the photo"
   */
  public Conflict(String doing) {
    super("Could not %s: somebody else was changing it. Try again.".formatted(doing));
  }
}
