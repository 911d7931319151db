package dev.riderphotos.web.access;

import dev.riderphotos.web.AllowedOrigins;
import dev.riderphotos.web.Problem;
import dev.riderphotos.web.ServerAddress;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers to our own names, and to our own pages: a page elsewhere must not reach us through the
 * user's browser, neither by a name that resolves to us (Host) nor by a request of its own
 * (Origin), unless an operator allowed that origin the catalogue. Demo mode, which is open, has no
 * names but loopback's.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(HostGuard.ORDER)
class HostGuard {
  /** Before all others but those that see to the headers of what it refuses. */
  static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 2;

  /** A name or an address, and a port: no user, no path, no second name. */
  private static final Pattern HOST = Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

  private final AccessMode mode;
  private final Entrance entrance;
  private final AllowedOrigins origins;

  HostGuard(AccessMode mode, Entrance entrance, AllowedOrigins origins) {
    this.mode = mode;
    this.entrance = entrance;
    this.origins = origins;
  }

  @RequestFilter
  @Nullable HttpResponse<?> guard(HttpRequest<?> request) {
    if (!namesOneHost(request)) {
      return Problem.of(
              HttpStatus.BAD_REQUEST,
              "MALFORMED",
              "This is no well-formed request, with one host in its header Host.")
          .response();
    }
    if (!known(request)) {
      return refusal("FOREIGN_HOST", "This server does not answer to that name.");
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null && !entrance.own(request, origin) && !allowed(request, origin)) {
      return refusal("FOREIGN_ORIGIN", "Pages of another origin may not call this server.");
    }
    ServerAddress.note(request, entrance.base(request));
    return null;
  }

  /** A proxy that takes another one of two for the host than we do lets pass what it must not. */
  private static boolean namesOneHost(HttpRequest<?> request) {
    List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
    return hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
  }

  /** Load balancers ask for the health by whatever address they know. */
  private boolean known(HttpRequest<?> request) {
    return switch (mode) {
      case DEMO -> Entrance.loopback(entrance.host(request));
      case SECURED -> entrance.answersTo(request) || request.getPath().equals("/health");
    };
  }

  private boolean allowed(HttpRequest<?> request, String origin) {
    return AllowedOrigins.covers(request.getPath()) && origins.allows(origin);
  }

  private static HttpResponse<?> refusal(String code, String detail) {
    return Problem.of(HttpStatus.FORBIDDEN, code, detail).response();
  }
}
