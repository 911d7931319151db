package dev.riderphotos.web;

import io.micronaut.http.HttpRequest;
import java.net.URI;

/** Makes addresses of our own server whole, as the caller reaches it. */
public final class ServerAddress {
  private static final String BASE = ServerAddress.class.getName();

  private ServerAddress() {}

  /** By which scheme, host and port this caller reaches the server. */
  public static void note(HttpRequest<?> request, String base) {
    request.setAttribute(BASE, base);
  }

  /** Whether the caller reaches it where nobody can listen in. */
  public static boolean secure(HttpRequest<?> request) {
    return request
        .getAttribute(BASE, String.class)
        .filter(at -> at.startsWith("https:"))
        .isPresent();
  }

  /** An address elsewhere stays as it is. */
  public static String absolute(HttpRequest<?> request, URI address) {
    return address.isAbsolute()
        ? address.toString()
        : request.getAttribute(BASE, String.class).orElse("") + address;
  }
}
