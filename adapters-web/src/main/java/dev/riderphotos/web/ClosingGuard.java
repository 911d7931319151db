package dev.riderphotos.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends callers elsewhere when the server is about to end, and has their connections closed. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ClosingGuard {
  private static final String CLOSE = "close";
  private static final Duration ANOTHER_IS_UP = Duration.ofSeconds(5);

  private final Closing closing;

  ClosingGuard(Closing closing) {
    this.closing = closing;
  }

  @RequestFilter
  @Nullable HttpResponse<?> guard(HttpRequest<?> request) {
    return closing.begun() && !request.getPath().matches("/health(/.*)?")
        ? ProblemException.busy(
                "CLOSING", "This server is about to end. Try again in a moment.", ANOTHER_IS_UP)
            .response()
            .header(HttpHeaders.CONNECTION, CLOSE)
        : null;
  }

  @ResponseFilter
  void close(MutableHttpResponse<?> response) {
    if (closing.begun()) {
      response.header(HttpHeaders.CONNECTION, CLOSE);
    }
  }
}
