package dev.riderphotos.web.page;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/**
 * In which language a page is: as was chosen with {@code ?lang=}, now or before, which a cookie
 * keeps; else as the browser prefers; else English. Operators' pages are in English.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Languages implements HttpLocaleResolver, Ordered {
  private static final String CHOICE = "lang";
  private static final String COOKIE = "rider-photos-language";
  private static final Duration KEPT = Duration.ofDays(365);
  private static final List<Locale> OURS =
      Arrays.stream(Language.values()).map(Language::locale).toList();

  static Language of(HttpRequest<?> request) {
    if (Frame.operators(request.getPath())) {
      return Language.ENGLISH;
    }
    return chosen(request)
        .or(() -> kept(request))
        .or(() -> preferred(request))
        .orElse(Language.ENGLISH);
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
    String header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Locale.lookup(LanguageRange.parse(header), OURS))
          .map(Locale::getLanguage)
          .flatMap(Language::of);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
