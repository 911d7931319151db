package dev.riderphotos.web.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Our cookies: for no script, for no other site's requests, and where nobody can listen in, with
 * the prefix by which browsers hold on to all of that.
 */
@Singleton
final class Cookies {
  private static final String PREFIX = "__Host-";

  private final Entrance entrance;

  Cookies(Entrance entrance) {
    this.entrance = entrance;
  }

  Optional<String> read(HttpRequest<?> request, String name) {
    return request.getCookies().findCookie(named(request, name)).map(Cookie::getValue);
  }

  /** Makes a cookie that lives as long as the browser does. */
  Cookie make(HttpRequest<?> request, String name, String value) {
    return Cookie.of(named(request, name), value)
        .path("/")
        .httpOnly(true)
        .sameSite(SameSite.Lax)
        .secure(entrance.secure(request));
  }

  /** Makes the browser forget it. */
  Cookie end(HttpRequest<?> request, String name) {
    return make(request, name, "").maxAge(Duration.ZERO);
  }

  private String named(HttpRequest<?> request, String name) {
    return entrance.secure(request) ? PREFIX + name : name;
  }
}
