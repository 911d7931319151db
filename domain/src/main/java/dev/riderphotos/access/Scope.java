package dev.riderphotos.access;

import java.util.Arrays;
import java.util.Locale;

/** What a key allows. */
public enum Scope {
  /** Add named photos to the gallery. */
  INDEX,
  /** Search the gallery. */
  SEARCH,
  /** Send riders' photos, and read their executions. */
  VERIFY,
  /** Decide the cases that people are to decide. */
  REVIEW,
  /** All that operators do: list, look into executions, erase, and what reviewers do. */
  OPERATE;

  /**
   * The scope of that name.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static Scope of(String name) {
    return Arrays.stream(values())
        .filter(scope -> scope.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("A scope is one of " + Arrays.toString(values())));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
