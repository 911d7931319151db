package dev.riderphotos.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URI;

/** Makes addresses of our own server whole, as the caller reached it. */
public final class ServerAddress {
  private ServerAddress() {}

  /** An address elsewhere stays as it is. */
  public static String absolute(HttpRequest<?> request, URI address) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return address.isAbsolute() || host == null
        ? address.toString()
        : (request.isSecure() ? "https://" : "http://") + host + address;
  }
}
