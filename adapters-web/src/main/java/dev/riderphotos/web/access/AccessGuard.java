package dev.riderphotos.web.access;

import dev.riderphotos.access.Session;
import dev.riderphotos.web.InBrowser;
import dev.riderphotos.web.Problem;
import dev.riderphotos.web.access.Caller.Identity;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who calls, and refuses what {@link Routes} does not grant. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(HostGuard.ORDER + 1)
class AccessGuard {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Callers callers;
  private final SessionCookies sessions;
  private final CsrfTokens tokens;
  private final KeyLimits limits;

  AccessGuard(Callers callers, SessionCookies sessions, CsrfTokens tokens, KeyLimits limits) {
    this.callers = callers;
    this.sessions = sessions;
    this.tokens = tokens;
    this.limits = limits;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> guard(HttpRequest<?> request) {
    UriRouteMatch<?, ?> route = route(request);
    if (route == null && !InBrowser.asked(request)) {
      return null; // a file, or nothing at all
    }
    Session session = sessions.read(request);
    Caller caller = callers.of(request, session);
    caller.noteOn(request);
    if (route == null) {
      return null; // the page that says so has the visitor's frame
    }
    if (caller.operates()) {
      request.setUserPrincipal(caller::subject); // the framework shows its details to somebody
    }
    return refusal(request, route, caller);
  }

  @ResponseFilter
  void answer(HttpRequest<?> request, MutableHttpResponse<?> response) {
    sessions.prolong(request, response);
    tokens.keep(request, response);
    limits.tell(request, response);
  }

  private @Nullable HttpResponse<?> refusal(
      HttpRequest<?> request, UriRouteMatch<?, ?> route, Caller caller) {
    Access access =
        Routes.decision(
                route.getHttpMethod(), route.getRouteInfo().getUriMatchTemplate().toString())
            .orElse(null);
    if (access == null) {
      return forbidden("UNDECIDED", "Nobody may call this.");
    }
    boolean open = caller.demo() && !access.program();
    if (!open && !access.admits(caller)) {
      return turnedAway(request, access, caller);
    }
    if (anothers(route, access, caller)) {
      return forbidden("NOT_YOURS", "Your link is for another rider's photo.");
    }
    if (bySession(request) && !fromOurPages(request)) {
      return forbidden("FOREIGN_ORIGIN", "Pages of another origin may not call this server.");
    }
    return access.program() ? limits.take(request, caller) : null;
  }

  private static HttpResponse<?> turnedAway(HttpRequest<?> request, Access access, Caller caller) {
    if (Routes.page(request.getPath())) {
      return SignInPage.redirect(request);
    }
    return switch (caller.identity()) {
      case Identity.WrongKey _ -> forbidden("WRONG_KEY", "This key is not valid.");
      case Identity.Stranger _ when !access.program() -> unauthorized();
      case Identity.Stranger _ ->
          forbidden("KEY_NEEDED", "A key is needed, in the header " + Callers.KEY_HEADER + ".");
      case Identity.Rider _ -> forbidden("NOT_ALLOWED", "This is not for riders.");
      case Identity.Holder _ -> forbidden("NOT_ALLOWED", "This key does not allow that.");
    };
  }

  /** The answer is the same whether there is such a rider or not. */
  private static boolean anothers(UriRouteMatch<?, ?> route, Access access, Caller caller) {
    boolean everybodys =
        switch (access) {
          case RIDER -> caller.operates();
          case VERIFY -> caller.verifies();
          case EVERYONE, SIGNED, VERIFIER, OPERATOR, REVIEWER, INDEX, SEARCH, GALLERY -> true;
        };
    Object named = route.getVariableValues().get("riderId");
    return !everybodys
        && named != null
        && caller.rider().filter(rider -> rider.value().equals(named)).isEmpty();
  }

  /** Whether it would change something on the word of a cookie, which browsers send unasked. */
  private static boolean bySession(HttpRequest<?> request) {
    return !SAFE.contains(request.getMethod())
        && !Routes.page(request.getPath())
        && Callers.presented(request).isEmpty()
        && Caller.of(request).subject().length() > 0;
  }

  /** Every browser names the origin of such a request; {@link HostGuard} saw that it is ours. */
  private static boolean fromOurPages(HttpRequest<?> request) {
    return request.getHeaders().contains(HttpHeaders.ORIGIN);
  }

  private static @Nullable UriRouteMatch<?, ?> route(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> match
        ? match
        : null;
  }

  private static HttpResponse<?> unauthorized() {
    return Problem.of(
            HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", "A link, a sign-in or a key is needed.")
        .response()
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  private static HttpResponse<?> forbidden(String code, String detail) {
    return Problem.of(HttpStatus.FORBIDDEN, code, detail).response();
  }
}
