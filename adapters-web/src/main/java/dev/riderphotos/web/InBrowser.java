package dev.riderphotos.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;

/** Tells people, who want pages, from programs. */
public final class InBrowser {
  private InBrowser() {}

  /** Says whether a person asks for it in a browser. */
  public static boolean asked(HttpRequest<?> request) {
    return request.getHeaders().accept().contains(MediaType.TEXT_HTML_TYPE);
  }
}
