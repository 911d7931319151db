package dev.riderphotos.rider;

/**
 * Where a rider gets mail. Checked for what could do harm; only a mail that arrives proves more.
 */
public record EmailAddress(String value) {
  public EmailAddress {
    if (value.length() > 254
        || !value.matches("[^\\s@<>\",;:\\p{Cntrl}]+@[^\\s@<>\",;:\\p{Cntrl}]+")) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
