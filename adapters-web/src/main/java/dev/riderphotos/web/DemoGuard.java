package dev.riderphotos.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Demo mode is open, so it answers this machine alone: a page elsewhere must not reach it through
 * the user's browser, neither by a name that resolves to loopback (Host) nor by a request of its
 * own (Origin), unless an operator allowed that origin the catalogue.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(DemoGuard.ORDER)
class DemoGuard {
  /** Before all others but the one that sees to the headers of what it refuses. */
  static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final AllowedOrigins origins;

  DemoGuard(AllowedOrigins origins) {
    this.origins = origins;
  }

  @RequestFilter
  @Nullable HttpResponse<?> guard(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    if (host == null) {
      return Problem.of(HttpStatus.BAD_REQUEST, "MALFORMED", "This is no well-formed request.")
          .response();
    }
    if (!LOOPBACK.contains(nameOf(host))) {
      return refusal("FOREIGN_HOST", "This server answers on localhost only.");
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null && !own(origin, host) && !allowed(request, origin)) {
      return refusal("FOREIGN_ORIGIN", "Pages of another origin may not call this server.");
    }
    return null;
  }

  private static boolean own(String origin, String host) {
    return origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
  }

  private boolean allowed(HttpRequest<?> request, String origin) {
    return AllowedOrigins.covers(request.getPath()) && origins.allows(origin);
  }

  private static HttpResponse<?> refusal(String code, String detail) {
    return Problem.of(HttpStatus.FORBIDDEN, code, detail).response();
  }

  private static String nameOf(String host) {
    return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }
}
