package dev.riderphotos.review;

/** What people can decide; of which case which, is said by {@link Kind#decisions}. */
public enum Decision {
  /** The two faces never stand in each other's way again. */
  TWO_PEOPLE,
  /** One of the two registrations goes, and does not come back while the other is there. */
  ONE_PERSON,
  /** The new photo takes the place of the registered one. */
  SAME_RIDER,
  /** The new photo stays refused: it does not show this rider. */
  SOMEBODY_ELSE,
  /** The registered photo does not show this rider: it goes, and the new one is verified. */
  REGISTERED_IS_WRONG,
  /** The photo passes this one check. */
  NO_SUNGLASSES,
  /** Nobody can tell by this photo: all stays as it is. */
  NOT_USABLE
}
