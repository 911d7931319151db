package dev.riderphotos.web;

import java.util.Optional;
import java.util.Set;

/**
 * Origins whose pages may use the catalogue of drinks and, with a key, the gallery's index and
 * search; nothing else of ours.
 *
 * @param origins as browsers send them, such as {@code https://drinks.example.com}; {@code *} for
 *     all
 */
public record AllowedOrigins(Set<String> origins) {
  private static final String ALL = "*";

  public AllowedOrigins {
    origins = Set.copyOf(origins);
  }

  /** Whether the path is one that pages of other origins may be allowed to call. */
  public static boolean covers(String path) {
    return path.matches("/(v1/drink-photos|v1/bars|v1/index|v1/search|v1/info|objects)(/.*)?");
  }

  /** Says whether pages of this origin may call the server. */
  public boolean allows(String origin) {
    return origins.contains(ALL) || origins.contains(origin);
  }

  /** What the answer to a page of this origin says of who may read it. */
  Optional<String> answerTo(String origin) {
    if (origins.contains(ALL)) {
      return Optional.of(ALL);
    }
    return origins.contains(origin) ? Optional.of(origin) : Optional.empty();
  }
}
