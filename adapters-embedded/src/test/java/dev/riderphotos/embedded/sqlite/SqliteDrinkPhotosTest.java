package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.testkit.DrinkPhotosContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteDrinkPhotosTest extends DrinkPhotosContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected DrinkPhotos catalogue() {
    return new SqliteDrinkPhotos(storage.database());
  }
}
