package dev.riderphotos.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Lets pages of allowed origins read what {@link AllowedOrigins} covers, by a header on every
 * answer, refusals and the {@link Preflight} too.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CrossOrigin {
  /** What else they may read beside what browsers let them read anyway. */
  private static final String EXPOSED = "ETag, Location, Retry-After, Accept-Ranges, Content-Range";

  private final AllowedOrigins origins;

  CrossOrigin(AllowedOrigins origins) {
    this.origins = origins;
  }

  @ResponseFilter
  void allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (!AllowedOrigins.covers(request.getPath())) {
      return;
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    origins
        .answerTo(origin == null ? "" : origin)
        .ifPresent(
            who ->
                response
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, who)
                    .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED));
    response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
  }
}
