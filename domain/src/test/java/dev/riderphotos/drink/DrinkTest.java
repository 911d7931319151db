package dev.riderphotos.drink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.ObjectKeys;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.testkit.OddNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrinkTest {
  @ParameterizedTest
  @CsvSource({
    "Joe's, Old Fashioned, cocktail-pictures/Joe's/Old Fashioned",
    "Bar/ 100% + Grill, a.b, cocktail-pictures/Bar%2F 100%25 + Grill/a.b",
    "Café ☕, .., cocktail-pictures/Café ☕/%2E%2E",
    "., a/../b, cocktail-pictures/%2E/a%2F..%2Fb"
  })
  void isKeptUnderItsBar(String bar, String name, String key) {
    Drink drink = drink(bar, name);

    assertThat(drink.key(PhotoFormat.JPEG)).isEqualTo(key + ".jpg");
    assertThat(drink.key(PhotoFormat.PNG)).isEqualTo(key + ".png");
    assertThat(Drink.ofKey(key + ".jpg")).contains(drink);
  }

  @Test
  void everyNameComesBackFromItsKey() {
    List<String> names = OddNames.upTo(100);
    for (String bar : names) {
      for (String name : names) {
        Drink drink = drink(bar, name);
        assertThat(Drink.ofKey(drink.key(PhotoFormat.PNG))).contains(drink);
      }
    }
  }

  @Test
  void noKeyIsTooLong() {
    Drink drink = drink("/".repeat(25) + "😀".repeat(68), "%".repeat(25) + "😀".repeat(68));

    assertThat(drink.key(PhotoFormat.PNG).getBytes(UTF_8)).hasSizeLessThan(ObjectKeys.MAX_BYTES);
  }

  @ParameterizedTest
  @CsvSource({
    "some/path/Bar/a.b.jpg, Bar, a.b",
    "Bar/Drink, Bar, Drink",
    "Bar/Drink., Bar, Drink",
    "x/Bar Name/Drink Name.ext, Bar Name, Drink Name",
    "Bar%20Name/100%.jpg, Bar%20Name, 100%",
    "Bar%2F+/x.jpg, Bar/+, x"
  })
  void theLastTwoSegmentsNameBarAndDrink(String key, String bar, String name) {
    assertThat(Drink.ofKey(key)).contains(drink(bar, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "photo.jpg",
        "/photo.jpg",
        "Bar/",
        "Bar/.jpg",
        "Bar/ .jpg",
        " /x.jpg",
        "//",
        "a/\n"
      })
  void otherKeysNameNoDrink(String key) {
    assertThat(Drink.ofKey(key)).isEmpty();
  }

  private static Drink drink(String bar, String name) {
    return new Drink(new BarName(bar), new DrinkName(name));
  }
}
