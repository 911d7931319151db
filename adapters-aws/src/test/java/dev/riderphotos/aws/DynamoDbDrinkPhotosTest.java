package dev.riderphotos.aws;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.testkit.DrinkPhotosContract;

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
}
