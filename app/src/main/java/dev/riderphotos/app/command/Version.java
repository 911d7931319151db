package dev.riderphotos.app.command;

/** Which version of the product this is. */
public final class Version {
  public static final String CURRENT = "1.0.0-SNAPSHOT";

  private Version() {}
}
