package dev.riderphotos.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of allowed origins use what {@link AllowedOrigins} covers: the preflight, and a header
 * on every answer, refusals too, for a page cannot read one without it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CrossOrigin {
  private static final String METHODS = "POST, GET, OPTIONS, PUT, DELETE";
  private static final String HEADERS = "Content-Type, X-Amz-Date, Authorization, X-Api-Key";

  private final AllowedOrigins origins;

  CrossOrigin(AllowedOrigins origins) {
    this.origins = origins;
  }

  @RequestFilter
  @Nullable HttpResponse<?> preflight(HttpRequest<?> request) {
    boolean asked =
        request.getMethod() == HttpMethod.OPTIONS && AllowedOrigins.covers(request.getPath());
    return asked ? preflightResponse(request) : null;
  }

  /** Comes past no filter after this one, so it has to be allowed here. */
  private HttpResponse<?> preflightResponse(HttpRequest<?> request) {
    MutableHttpResponse<?> response =
        HttpResponse.ok(Map.of("message", "CORS preflight response"))
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
    allow(request, response);
    return response;
  }

  @ResponseFilter
  void allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (!AllowedOrigins.covers(request.getPath())) {
      return;
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    origins
        .answerTo(origin == null ? "" : origin)
        .ifPresent(who -> response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, who));
    response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
  }
}
