package dev.riderphotos.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells all who are to try again when, whoever turned them away. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RetryAfter {
  private static final String SECONDS = "5";

  @ResponseFilter
  void tell(MutableHttpResponse<?> response) {
    boolean again =
        response.code() == HttpStatus.SERVICE_UNAVAILABLE.getCode()
            || response.code() == HttpStatus.TOO_MANY_REQUESTS.getCode();
    if (again && !response.getHeaders().contains(HttpHeaders.RETRY_AFTER)) {
      response.header(HttpHeaders.RETRY_AFTER, SECONDS);
    }
  }
}
