package dev.riderphotos.web.page;

import dev.riderphotos.language.Language;
import dev.riderphotos.web.ServerAddress;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which language a page is: as was chosen with {@code ?lang=}, now or before, which a cookie
 * keeps; else as the browser prefers; else English.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class Languages implements HttpLocaleResolver, Ordered {
  private static final String CHOICE = "lang";
  private static final String COOKIE = "rider-photos-language";
  private static final Duration KEPT = Duration.ofDays(365);

  /** The language of the page that answers this request. */
  public static Language of(HttpRequest<?> request) {
    return chosen(request)
        .or(() -> kept(request))
        .or(() -> preferred(request))
        .orElse(Language.ENGLISH);
  }

  /**
   * What a program wishes for; empty if nothing, or none of ours.
   *
   * @param said by name, such as {@code de}; else {@code Accept-Language} says it
   */
  public static Optional<Language> wished(HttpRequest<?> request, @Nullable String said) {
    return Optional.ofNullable(said).flatMap(Language::wished).or(() -> preferred(request));
  }

  @ResponseFilter
  void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
    chosen(request)
        .ifPresent(
            language ->
                response.cookie(
                    Cookie.of(COOKIE, language.tag())
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .sameSite(SameSite.Lax)
                        .secure(ServerAddress.secure(request))));
  }

  @Override
  public Optional<Locale> resolve(HttpRequest<?> request) {
    return Optional.of(resolveOrDefault(request));
  }

  @Override
  public Locale resolveOrDefault(HttpRequest<?> request) {
    return of(request).locale();
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  private static Optional<Language> chosen(HttpRequest<?> request) {
    return request.getParameters().getFirst(CHOICE).flatMap(Language::of);
  }

  private static Optional<Language> kept(HttpRequest<?> request) {
    return request.getCookies().findCookie(COOKIE).map(Cookie::getValue).flatMap(Language::of);
  }

  private static Optional<Language> preferred(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE))
        .flatMap(Language::wished);
  }
}
