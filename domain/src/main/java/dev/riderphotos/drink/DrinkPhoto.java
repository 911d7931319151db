package dev.riderphotos.drink;

import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A drink in the catalogue, with its picture.
 *
 * @param updatedAt the arrival of the picture
 * @param replaced an earlier picture under another key, which is still to be deleted
 */
public record DrinkPhoto(
    Drink drink, PhotoRef photo, Instant updatedAt, @Nullable PhotoRef replaced) {
  DrinkPhoto tidied() {
    return new DrinkPhoto(drink, photo, updatedAt, null);
  }
}
