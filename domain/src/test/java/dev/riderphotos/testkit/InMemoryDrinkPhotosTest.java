package dev.riderphotos.testkit;

import dev.riderphotos.drink.DrinkPhotos;

class InMemoryDrinkPhotosTest extends DrinkPhotosContract {
  private final DrinkPhotos catalogue = new InMemoryDrinkPhotos();

  @Override
  protected DrinkPhotos catalogue() {
    return catalogue;
  }
}
