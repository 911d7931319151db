package dev.riderphotos.event;

import dev.riderphotos.BackendException;

/**
 * No repetition of an event will help, for it is about something damaged, or odd for good: it is to
 * be a dead letter at once, where an operator sees it. All other exceptions, also those of backends
 * that nobody tries again, may pass: a permission may be given, a bucket made.
 */
public final class Undeliverable extends RuntimeException {
  /**
   * Makes the refusal of an event that no repetition helps.
   *
   * @param doing what cannot be done, for the operator; never a key, a photo or a face
   */
  public Undeliverable(String doing) {
    super("Could not " + doing);
  }

  /** What an operator may be shown of a fault that an event met. */
  public static String describe(RuntimeException fault) {
    return fault instanceof Undeliverable && fault.getMessage() != null
        ? fault.getMessage()
        : BackendException.describe(fault);
  }

  /** Makes the refusal of an event in which a mistake was found. */
  public Undeliverable(String doing, IllegalArgumentException mistake) {
    super("Could not " + doing, mistake);
  }
}
