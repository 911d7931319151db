package dev.riderphotos.web;

import dev.riderphotos.drink.DrinkSettings;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headers that every answer carries. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders {
  /** Swagger UI sets styles and starts itself from within its page. */
  private static final String SWAGGER =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
          + "script-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

  private static final String STATIC = "/static/";

  /** Kept, but asked for whether it has changed. */
  private static final String ASK = "no-cache";

  private final String strict;

  SecurityHeaders(PhotoLinks links, DrinkSettings drinks) {
    this.strict = strict(stores(links, drinks));
  }

  /** With the stores whose pictures pages show and put; none where we keep them ourselves. */
  private static String strict(String stores) {
    return "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
        + ("img-src 'self' data: blob:" + stores + "; connect-src 'self'" + stores + "; ")
        + "manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  private static String stores(PhotoLinks links, DrinkSettings drinks) {
    return Stream.of(drinks.photoBucket(), drinks.thumbnailBucket())
        .map(bucket -> links.address(new PhotoRef(bucket, "any")))
        .filter(URI::isAbsolute)
        .map(address -> " " + address.getScheme() + "://" + address.getAuthority())
        .distinct()
        .collect(Collectors.joining());
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    boolean swagger = request.getPath().startsWith("/swagger-ui");
    response.header("Content-Security-Policy", swagger ? SWAGGER : strict);
    response.header("X-Content-Type-Options", "nosniff");
    // With no-referrer, browsers would not say from where our own forms come: Origin would be null.
    response.header("Referrer-Policy", "same-origin");
    if (ServerAddress.secure(request)) {
      response.header("Strict-Transport-Security", "max-age=31536000");
    }
    if (!response.getHeaders().contains("Cache-Control")) {
      response.header("Cache-Control", request.getPath().startsWith(STATIC) ? ASK : "no-store");
    }
  }
}
