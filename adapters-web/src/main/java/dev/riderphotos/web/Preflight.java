package dev.riderphotos.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a browser what a page of another origin may send; whether it may is decided before. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Preflight {
  private static final String METHODS = "POST, GET, OPTIONS, PUT, DELETE, HEAD";
  private static final String HEADERS = "Content-Type, X-Amz-Date, Authorization, X-Api-Key";

  /** Further ones, which are named when somebody asks: metadata has no end of names. */
  private static final Pattern MORE =
      Pattern.compile(
          "x-amz-meta-[\\w.!#$%&'*+^`|~-]+|x-amz-checksum-\\w+|x-amz-sdk-checksum-algorithm"
              + "|x-amz-content-sha256|content-md5|range|if-(match|none-match|range)"
              + "|if-(un)?modified-since",
          Pattern.CASE_INSENSITIVE);

  @RequestFilter
  @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
    boolean asked =
        request.getMethod() == HttpMethod.OPTIONS && AllowedOrigins.covers(request.getPath());
    return asked
        ? HttpResponse.ok(Map.of("message", "CORS preflight response"))
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers(request))
            .header(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS)
        : null;
  }

  private static String headers(HttpRequest<?> request) {
    Stream<String> asked =
        request.getHeaders().getAll(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS).stream()
            .flatMap(names -> Arrays.stream(names.split(",", -1)))
            .map(String::strip)
            .filter(MORE.asMatchPredicate())
            .distinct();
    return Stream.concat(Stream.of(HEADERS), asked).collect(Collectors.joining(", "));
  }
}
