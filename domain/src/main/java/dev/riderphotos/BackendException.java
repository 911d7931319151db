package dev.riderphotos;

/**
 * A backend (disk, database, network service) did not do what it was asked. Never a caller's
 * mistake and never an answer: those are an {@link IllegalArgumentException} and a value. Nor is it
 * one that somebody else was quicker: that is a {@link Conflict}.
 */
public sealed class BackendException extends RuntimeException
    permits StorageException, ThrottledException {
  private final boolean retryable;

  /**
   * @param doing what was being done, for the operator: "write photo", never a key, a photo or a
   *     face
   * @param retryable whether the same call may succeed a little later
   */
  public BackendException(String doing, boolean retryable, Throwable cause) {
    super("Could not " + doing, cause);
    this.retryable = retryable;
  }

  /** Whether the same call may succeed a little later. */
  public boolean retryable() {
    return retryable;
  }

  /** What may be shown of a fault: of one that nobody foresaw, only its kind. */
  public static String describe(RuntimeException fault) {
    boolean foreseen = fault instanceof BackendException || fault instanceof Conflict;
    return foreseen && fault.getMessage() != null
        ? fault.getMessage()
        : "Unexpected " + fault.getClass().getSimpleName();
  }
}
