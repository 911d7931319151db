package dev.riderphotos.app;

/** Ends a command with a line for the user. */
final class CommandException extends RuntimeException {
  private final int exitCode;

  CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
