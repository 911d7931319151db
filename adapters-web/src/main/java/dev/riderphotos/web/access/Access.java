package dev.riderphotos.web.access;

import dev.riderphotos.access.Scope;

/** Who may call a route in secured mode. Demo mode is open, but for programs' routes. */
public enum Access {
  EVERYONE,
  /** Whoever has a request that was signed: the route itself sees to that. */
  SIGNED,
  /** Operators, and riders: where the route names a {@code riderId}, for their own alone. */
  RIDER,
  /** Whoever {@link #RIDER} lets in may call, and keys that verify, for all riders. */
  VERIFY,
  /** Operators, and keys that verify; no rider. */
  VERIFIER,
  OPERATOR,
  /** Operators, and keys of that scope. */
  REVIEWER,
  /** Keys of that scope, in demo mode too. */
  INDEX,
  /** Keys of that scope, in demo mode too. */
  SEARCH,
  /** Keys of either scope, in demo mode too. */
  GALLERY;

  /** Whether it is for programs: a key is needed, and its limits hold. */
  boolean program() {
    return switch (this) {
      case EVERYONE, SIGNED, RIDER, VERIFY, VERIFIER, OPERATOR, REVIEWER -> false;
      case INDEX, SEARCH, GALLERY -> true;
    };
  }

  boolean admits(Caller caller) {
    return switch (this) {
      case EVERYONE, SIGNED -> true;
      case RIDER -> caller.operates() || caller.rider().isPresent();
      case VERIFY -> caller.verifies() || caller.rider().isPresent();
      case VERIFIER -> caller.verifies();
      case OPERATOR -> caller.operates();
      case REVIEWER -> caller.reviews();
      case INDEX -> caller.holds(Scope.INDEX);
      case SEARCH -> caller.holds(Scope.SEARCH);
      case GALLERY -> caller.holds(Scope.INDEX) || caller.holds(Scope.SEARCH);
    };
  }
}
