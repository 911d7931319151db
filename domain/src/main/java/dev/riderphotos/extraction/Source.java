package dev.riderphotos.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture comes from.
 *
 * @param url what it is known by
 * @param stored where a service may read it, if it is stored
 */
public record Source(URI url, @Nullable PhotoRef stored) {
  private static final String S3 = "s3";

  public Source {
    if (!url.isAbsolute()) {
      throw new IllegalArgumentException("Not a URL: " + url);
    }
  }

  /** An object, as {@code s3://bucket/key}, encoded segment by segment. */
  public static Source of(PhotoRef ref) {
    String path =
        Arrays.stream(ref.key().split("/", -1))
            .map(segment -> URLEncoder.encode(segment, UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return new Source(URI.create(S3 + "://" + ref.bucket() + "/" + path), ref);
  }

  /** Whatever the URL names; that of an object in whatever spelling. */
  public static Source of(URI url) {
    if (!S3.equals(url.getScheme()) || url.getAuthority() == null || url.getPath().isEmpty()) {
      return new Source(url, null);
    }
    return of(new PhotoRef(url.getAuthority(), url.getPath().substring(1)));
  }

  /** A picture that was sent and is kept nowhere: known by its content, as RFC 6920 names it. */
  public static Source sent(Photo photo) {
    byte[] digest = Digests.sha256(photo.bytes());
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    return new Source(URI.create("ni:///sha-256;" + name), null);
  }
}
