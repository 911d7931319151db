package dev.riderphotos.webhooks;

import java.net.UnknownHostException;

/** A host's name leads to an address that is not to be connected to. */
final class NotPublicException extends UnknownHostException {
  private static final long serialVersionUID = 1;

  @Override
  public String getMessage() {
    return "an address that is not public";
  }
}
