package dev.riderphotos.face;

/**
 * A face was shown as another model sees it than the live collection's: that has changed since the
 * face was detected. Nothing is broken, and nothing was changed; the face is to be detected again.
 */
public final class OutdatedPrintException extends IllegalArgumentException {
  public OutdatedPrintException() {
    super("The face is to be detected again: another collection is live now");
  }
}
