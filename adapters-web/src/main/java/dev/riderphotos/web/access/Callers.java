package dev.riderphotos.web.access;

import dev.riderphotos.access.KeySecret;
import dev.riderphotos.access.RecogniseKey;
import dev.riderphotos.access.Session;
import dev.riderphotos.web.access.Caller.Identity;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who calls: by the key in a header, else by the session in a cookie. */
@Singleton
final class Callers {
  static final String KEY_HEADER = "X-Api-Key";
  private static final String BEARER = "Bearer ";

  private final AccessMode mode;
  private final RecogniseKey keys;
  private final Entrance entrance;

  Callers(AccessMode mode, RecogniseKey keys, Entrance entrance) {
    this.mode = mode;
    this.keys = keys;
    this.entrance = entrance;
  }

  Caller of(HttpRequest<?> request, @Nullable Session session) {
    Identity identity = presented(request).map(this::holder).orElseGet(() -> visitor(session));
    return new Caller(mode, identity, Network.of(entrance.client(request)));
  }

  /** Browsers send cookies by themselves, and keys never. */
  static Optional<KeySecret> presented(HttpRequest<?> request) {
    String key = request.getHeaders().get(KEY_HEADER);
    if (key != null) {
      return Optional.of(KeySecret.of(key.strip()));
    }
    String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(KeySecret.of(authorization.substring(BEARER.length()).strip()))
        : Optional.empty();
  }

  private Identity holder(KeySecret presented) {
    return keys.recognise(presented)
        .<Identity>map(Identity.Holder::new)
        .orElseGet(Identity.WrongKey::new);
  }

  private static Identity visitor(@Nullable Session session) {
    return switch (session) {
      case null -> new Identity.Stranger();
      case Session.OfRider(var link, var openedAt) ->
          new Identity.Rider(link.rider(), link.email(), openedAt);
      case Session.OfOperator(var key, _, _) -> new Identity.Holder(key);
    };
  }
}
