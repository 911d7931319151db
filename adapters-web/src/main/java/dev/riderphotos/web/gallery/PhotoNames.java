package dev.riderphotos.web.gallery;

import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.WireText;
import io.micronaut.http.HttpRequest;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a request says of its photo beside the photo itself. */
final class PhotoNames {
  private static final String PATH = "/v1/index/";
  private static final String METADATA = "x-amz-meta-";

  private PhotoNames() {}

  /** From the raw path, for the router takes an encoded slash for one; decoded once. */
  static PhotoName of(HttpRequest<?> request) {
    String name = request.getUri().getRawPath().substring(PATH.length());
    String decoded = WireText.ofPath(name);
    return ProblemException.unless(() -> new PhotoName(decoded));
  }

  static PhotoMetadata metadata(HttpRequest<?> request) {
    SortedMap<String, String> entries = new TreeMap<>();
    request
        .getHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (lower.startsWith(METADATA)) {
                entries.put(lower.substring(METADATA.length()), text(values));
              }
            });
    return ProblemException.unless(() -> new PhotoMetadata(entries));
  }

  private static String text(List<String> values) {
    String text = values.stream().map(PhotoNames::text).collect(Collectors.joining(","));
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.invalid("Metadata has no control characters.");
    }
    return text;
  }

  /** In UTF-8, or as S3 itself writes what is more than ASCII: as RFC 2047 has it. */
  private static String text(String value) {
    String text = WireText.utf8(value).orElse(value);
    try {
      return MimeUtility.decodeText(text);
    } catch (UnsupportedEncodingException unknown) {
      return text;
    }
  }
}
