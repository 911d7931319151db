package dev.riderphotos.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * What refusals carry, on pages and elsewhere: when to come back, if that helps; and the end of a
 * connection on which a body was left unread.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Refusals {
  private static final String UNREAD = Refusals.class.getName();
  private static final String SECONDS = "5";

  /** The connection is of no use after the answer to this request. */
  static void endConnection(HttpRequest<?> request) {
    request.setAttribute(UNREAD, true);
  }

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    boolean later =
        response.code() == HttpStatus.SERVICE_UNAVAILABLE.getCode()
            || response.code() == HttpStatus.TOO_MANY_REQUESTS.getCode();
    if (later && !response.getHeaders().contains(HttpHeaders.RETRY_AFTER)) {
      response.header(HttpHeaders.RETRY_AFTER, SECONDS);
    }
    if (request.getAttribute(UNREAD).isPresent()) {
      response.header(HttpHeaders.CONNECTION, "close");
    }
  }
}
