package dev.riderphotos.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/**
 * Where announcements are sent: by https, or by http to this machine alone.
 *
 * @param allowPrivate whether the machine there may have an address that is not anybody's
 */
public record WebhookAddress(URI uri, boolean allowPrivate) {
  /** Refuses what is no such address. */
  public WebhookAddress {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "An address such as https://example.com/hooks is needed, without a user or a fragment");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && isThisMachine(uri.getHost()))) {
      throw new IllegalArgumentException("https is needed, or http to this machine alone");
    }
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if nothing can be sent there
   */
  public static WebhookAddress of(String text, boolean allowPrivate) {
    return new WebhookAddress(URI.create(text.strip()), allowPrivate);
  }

  /**
   * Judges what the host's name led to.
   *
   * @return the same addresses
   * @throws NotPublicException if any of them is not to be connected to
   */
  InetAddress[] judged(InetAddress... found) throws NotPublicException {
    for (InetAddress each : found) {
      if (!mayBe(each)) {
        throw new NotPublicException();
      }
    }
    return found;
  }

  private boolean mayBe(InetAddress address) {
    return isThisMachine(uri.getHost())
        ? address.isLoopbackAddress()
        : allowPrivate
            ? !address.isAnyLocalAddress() && !address.isMulticastAddress()
            : PublicAddress.is(address);
  }

  private static boolean isThisMachine(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("[::1]");
  }
}
