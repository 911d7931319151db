package dev.riderphotos.web.access;

import dev.riderphotos.access.Session;
import dev.riderphotos.access.Sessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session of a browser, in its cookie. */
@Singleton
final class SessionCookies {
  private static final String COOKIE = "rider-photos-session";
  private static final String ATTRIBUTE = Session.class.getName();

  private final Sessions sessions;
  private final Cookies cookies;

  SessionCookies(Sessions sessions, Cookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  @Nullable Session read(HttpRequest<?> request) {
    Session session = cookies.read(request, COOKIE).flatMap(sessions::read).orElse(null);
    if (session != null) {
      request.setAttribute(ATTRIBUTE, session);
    }
    return session;
  }

  /** The session that was read before; null if there is none. */
  static @Nullable Session present(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Session.class).orElse(null);
  }

  <T> MutableHttpResponse<T> begin(
      HttpRequest<?> request, MutableHttpResponse<T> response, Session session) {
    forget(request);
    return response.cookie(cookies.make(request, COOKIE, sessions.write(session)));
  }

  <T> MutableHttpResponse<T> end(HttpRequest<?> request, MutableHttpResponse<T> response) {
    forget(request);
    return response.cookie(cookies.end(request, COOKIE));
  }

  /** Prolongs the session that the request came with, if it is time. */
  void prolong(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Optional<Session> session = request.getAttribute(ATTRIBUTE, Session.class);
    session
        .flatMap(sessions::prolonged)
        .ifPresent(
            longer -> response.cookie(cookies.make(request, COOKIE, sessions.write(longer))));
  }

  private static void forget(HttpRequest<?> request) {
    request.removeAttribute(ATTRIBUTE, Session.class);
  }
}
