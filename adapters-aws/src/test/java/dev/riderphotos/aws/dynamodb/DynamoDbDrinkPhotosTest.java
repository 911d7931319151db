package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkName;
import dev.riderphotos.drink.DrinkPhoto;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.drink.NamePrefix;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.DrinkPhotosContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@OnAws
class DynamoDbDrinkPhotosTest extends DrinkPhotosContract {
  private final DrinkPhotos catalogue;

  DynamoDbDrinkPhotosTest(Aws aws) {
    this.catalogue =
        new DynamoDbDrinkPhotos(aws.dynamoDb(), aws.newTable(DynamoDbDrinkPhotos::table));
  }

  @Override
  protected DrinkPhotos catalogue() {
    return catalogue;
  }

  @Test
  void theLongestNamesAreListedAlsoWhereFoldingMakesThemLonger() {
    String korean = "힣".repeat(100);
    DrinkPhoto row =
        new DrinkPhoto(
            new Drink(new BarName(korean), new DrinkName(korean)),
            new PhotoRef("photos", "x"),
            Instant.EPOCH,
            null);

    assertThat(catalogue.replace(null, row)).contains(row);

    NamePrefix prefix = NamePrefix.of("힣".repeat(90));
    assertThat(catalogue.bars(prefix, null, 5)).containsExactly(row.drink().bar());
    assertThat(catalogue.drinks(row.drink().bar(), prefix, null, 5)).containsExactly(row);
    assertThat(catalogue.bars(prefix, row.drink().bar(), 5)).isEmpty();
  }
}
