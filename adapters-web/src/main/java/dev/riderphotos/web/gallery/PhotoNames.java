package dev.riderphotos.web.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a request says of its photo beside the photo itself. */
final class PhotoNames {
  private static final String PATH = "/v1/index/";
  private static final String METADATA = "x-amz-meta-";

  private PhotoNames() {}

  /** From the raw path, for the router takes an encoded slash for one; decoded once. */
  static PhotoName of(HttpRequest<?> request) {
    String name = request.getUri().getRawPath().substring(PATH.length());
    return ProblemException.unless(
        () -> new PhotoName(URLDecoder.decode(name.replace("+", "%2B"), UTF_8)));
  }

  static PhotoMetadata metadata(HttpRequest<?> request) {
    SortedMap<String, String> entries = new TreeMap<>();
    request
        .getHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (lower.startsWith(METADATA)) {
                entries.put(lower.substring(METADATA.length()), String.join(",", values));
              }
            });
    return ProblemException.unless(() -> new PhotoMetadata(entries));
  }
}
