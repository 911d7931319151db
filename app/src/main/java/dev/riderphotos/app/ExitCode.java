package dev.riderphotos.app;

/** What commands end with; above 63 as in sysexits.h. */
final class ExitCode {
  static final int DONE = 0;
  static final int REJECTED = 2;
  static final int USAGE = 64;
  static final int INTERNAL = 70;
  static final int UNAVAILABLE = 75;

  private ExitCode() {}
}
