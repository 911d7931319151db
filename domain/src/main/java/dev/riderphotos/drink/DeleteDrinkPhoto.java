package dev.riderphotos.drink;

import dev.riderphotos.photo.PhotoStore;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deletes a drink: thumbnails, picture, and the row last, so that a deletion that was cut short can
 * be repeated.
 */
public final class DeleteDrinkPhoto {
  private final DrinkPhotos catalogue;
  private final DrinkFiles pictures;

  public DeleteDrinkPhoto(DrinkPhotos catalogue, PhotoStore photos, DrinkSettings settings) {
    this.catalogue = catalogue;
    this.pictures = new DrinkFiles(photos, settings);
  }

  /** What was deleted; empty if the drink is not in the catalogue. */
  public Optional<DrinkPhoto> delete(Drink drink) {
    Optional<DrinkPhoto> row = catalogue.find(drink);
    row.ifPresent(this::delete);
    return row;
  }

  private void delete(DrinkPhoto row) {
    Stream.of(row.photo(), row.replaced()).filter(Objects::nonNull).forEach(pictures::delete);
    catalogue.delete(row);
  }
}
