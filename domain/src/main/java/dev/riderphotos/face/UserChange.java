package dev.riderphotos.face;

/** How a change of a collection's users ended: it was made, or it was refused as a whole. */
public sealed interface UserChange<T> {
  /** It was made, now or by an earlier call of the same token. */
  record Done<T>(T answer) implements UserChange<T> {}

  /** Nothing was changed. */
  record Refused<T>(Refusal why) implements UserChange<T> {}

  /** Why nothing was changed. */
  enum Refusal {
    NO_COLLECTION,
    NO_USER,
    USER_EXISTS,
    /** The collection would have more users than it may, or the user more faces. */
    TOO_MANY,
    /** The token was given to another call of the same kind before. */
    TOKEN_OF_ANOTHER_CALL
  }
}
