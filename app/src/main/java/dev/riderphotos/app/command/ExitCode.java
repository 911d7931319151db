package dev.riderphotos.app.command;

/** What commands end with; above 63 as in sysexits.h. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int REJECTED = 2;
  public static final int USAGE = 64;
  public static final int INTERNAL = 70;
  public static final int UNAVAILABLE = 75;

  private ExitCode() {}
}
