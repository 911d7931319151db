package dev.riderphotos;

/** A service was asked more often than it allows: nothing is wrong, it wants to be asked later. */
public final class ThrottledException extends BackendException {
  /**
   * Makes the fault of a service that is there.
   *
   * @param doing as of {@link BackendException}
   */
  public ThrottledException(String doing, Throwable cause) {
    super(doing, true, cause);
  }
}
