package dev.riderphotos.web;

/** Which settings nobody is to see. */
public final class SecretSettings {
  private static final String NAMES = "(?i).*(secret|password|credential|token|access\\W?key).*";

  /** A user's name and password in an address. */
  private static final String LOGIN = "(?<=://)[^/@\\s]*@";

  private SecretSettings() {}

  /** Whether the value of a setting of this name is a secret. */
  public static boolean is(String name) {
    return name.matches(NAMES) && !name.equals("aws.secret"); // which names one
  }

  /** The value of another, as it may be shown. */
  public static String masked(String value) {
    return value.replaceAll(LOGIN, "***@");
  }
}
