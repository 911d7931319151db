package dev.riderphotos.rider;

import java.util.regex.Pattern;

/**
 * Where a rider gets mail. Checked for what could do harm; only a mail that arrives proves more.
 */
public record EmailAddress(String value) {
  private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";
  private static final Pattern ADDRESS =
      Pattern.compile("%1$s(\\.%1$s)*@%2$s(\\.%2$s)*".formatted(ATOM, LABEL));
  private static final int MAX_LENGTH = 254;

  public EmailAddress {
    if (value.length() > MAX_LENGTH || !ADDRESS.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
  }

  /** Whether it is a mailbox's on this machine: so is that of a rider who gave no address. */
  public boolean isLocal() {
    return value.endsWith("@localhost");
  }

  @Override
  public String toString() {
    return value;
  }
}
