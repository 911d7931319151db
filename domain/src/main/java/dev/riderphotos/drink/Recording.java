package dev.riderphotos.drink;

import dev.riderphotos.photo.PhotoProblem;

/** A picture that arrived is recorded, or left alone for one of these reasons. */
public sealed interface Recording {
  /** It is in the catalogue, now or since an earlier delivery; or one that came after it is. */
  record Recorded(DrinkPhoto row) implements Recording {}

  /** Its key names no drink: it is not ours, and left alone. */
  record NoDrink() implements Recording {}

  /** It has been deleted meanwhile. */
  record Gone() implements Recording {}

  /** It cannot be shown, and is deleted; also where that has happened just before. */
  record Unusable(PhotoProblem problem) implements Recording {}
}
