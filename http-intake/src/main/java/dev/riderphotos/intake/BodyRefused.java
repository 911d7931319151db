package dev.riderphotos.intake;

import java.io.Serial;

/** A body is not taken in, or not dealt with; its sender is told why. */
public final class BodyRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /** A body is refused for one of these reasons. */
  public enum Reason {
    /** It has more bytes than what it is for may have. */
    TOO_LARGE,
    /** It came too slowly, or took too long: 408. The connection is of no use any more. */
    TOO_SLOW,
    /** It ended before it was complete. */
    CUT_SHORT,
    /** Too many others are on their way, in all or of this caller: 503, nothing was read. */
    TOO_MANY,
    /** It came in, but those before it took too long: 503. */
    NO_TURN
  }

  private final Reason reason;

  BodyRefused(Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  BodyRefused(Reason reason, Throwable cause) {
    super(reason.toString(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
