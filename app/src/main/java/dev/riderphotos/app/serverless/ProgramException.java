package dev.riderphotos.app.serverless;

/** A program is not there, or did not do what it was called for; the message says what to do. */
public final class ProgramException extends RuntimeException {
  ProgramException(String message) {
    super(message);
  }

  ProgramException(String message, Throwable cause) {
    super(message, cause);
  }
}
