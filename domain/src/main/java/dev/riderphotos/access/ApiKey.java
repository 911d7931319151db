package dev.riderphotos.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of an operator or a program, without what makes it one.
 *
 * @param name what its owner calls it; may be empty
 * @param lastUsedAt to the hour; null if it never was
 */
public record ApiKey(
    KeyId id, String name, Set<Scope> scopes, Instant createdAt, @Nullable Instant lastUsedAt) {
  private static final int MAX_NAME = 100;

  public ApiKey {
    scopes = Set.copyOf(scopes);
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("A key needs a scope");
    }
    if (name.length() > MAX_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A key's name has at most 100 characters, and no control characters");
    }
  }

  public boolean allows(Scope scope) {
    return scopes.contains(scope);
  }

  /** Whether people sign in with it at the pages, as operators or reviewers. */
  public boolean signsIn() {
    return allows(Scope.OPERATE) || allows(Scope.REVIEW);
  }
}
