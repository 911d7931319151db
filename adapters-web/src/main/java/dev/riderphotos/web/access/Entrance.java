package dev.riderphotos.web.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which addresses callers reach the server, and from where. */
public final class Entrance {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final @Nullable String publicUrl;
  private final Set<String> names;
  private final TrustedProxies proxies;

  /**
   * @param publicUrl where callers find the server, such as {@code https://photos.example.com};
   *     null if they find it by one of the names
   * @param names hosts, as they stand in URLs, that are this machine
   * @throws IllegalArgumentException if the URL is not one of a whole server
   */
  public Entrance(@Nullable String publicUrl, Set<String> names, TrustedProxies proxies) {
    this.publicUrl = publicUrl == null ? null : whole(publicUrl);
    this.names = Set.copyOf(names);
    this.proxies = proxies;
  }

  /** Scheme, host and port, as the caller must give them. */
  String base(HttpRequest<?> request) {
    return publicUrl == null ? asked(request) : publicUrl;
  }

  /** Says whether the caller uses HTTPS, so that nobody can listen in. */
  boolean secure(HttpRequest<?> request) {
    return base(request).startsWith("https:");
  }

  /** The caller's address, whichever proxies of ours are in between. */
  public InetAddress client(HttpRequest<?> request) {
    return proxies.client(request);
  }

  /** Whether a page of that origin is one of ours. */
  boolean own(HttpRequest<?> request, String origin) {
    return origin.equalsIgnoreCase(asked(request)) || origin.equalsIgnoreCase(publicUrl);
  }

  /** Whether the caller asked this very machine, and by a name that no other machine can have. */
  static boolean loopback(String host) {
    return LOOPBACK.contains(nameOf(host));
  }

  /** Whether the host that the caller asked for is us. */
  boolean answersTo(HttpRequest<?> request) {
    String host = host(request);
    return loopback(host)
        || names.contains(nameOf(host))
        || (publicUrl != null && nameOf(host).equals(nameOf(hostOf(publicUrl))));
  }

  /** Empty if the request names none. */
  String host(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return proxies.word(request, "X-Forwarded-Host").orElse(host == null ? "" : host);
  }

  private String asked(HttpRequest<?> request) {
    String spoken = request.isSecure() ? "https" : "http";
    return proxies.word(request, "X-Forwarded-Proto").orElse(spoken) + "://" + host(request);
  }

  private static String nameOf(String host) {
    return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }

  private static String hostOf(String url) {
    return url.substring(url.indexOf("//") + 2);
  }

  private static String whole(String text) {
    URI url = URI.create(text.strip().replaceFirst("/$", ""));
    boolean whole =
        url.getHost() != null
            && url.getRawPath().isEmpty()
            && url.getRawQuery() == null
            && url.getRawUserInfo() == null
            && Set.of("http", "https").contains(url.getScheme());
    if (!whole) {
      throw new IllegalArgumentException("it is like https://photos.example.com, without a path");
    }
    return url.toString();
  }
}
