package dev.riderphotos.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a browser what a page of another origin may send; whether it may is decided before. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Preflight {
  private static final String METHODS = "POST, GET, OPTIONS, PUT, DELETE";
  private static final String HEADERS = "Content-Type, X-Amz-Date, Authorization, X-Api-Key";

  @RequestFilter
  @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
    boolean asked =
        request.getMethod() == HttpMethod.OPTIONS && AllowedOrigins.covers(request.getPath());
    return asked
        ? HttpResponse.ok(Map.of("message", "CORS preflight response"))
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
        : null;
  }
}
