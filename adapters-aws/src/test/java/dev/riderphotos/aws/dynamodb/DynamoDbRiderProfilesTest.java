package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.RiderProfilesContract;

@OnAws
class DynamoDbRiderProfilesTest extends RiderProfilesContract {
  private final RiderProfiles profiles;

  DynamoDbRiderProfilesTest(Aws aws) {
    this.profiles =
        new DynamoDbRiderProfiles(aws.dynamoDb(), aws.newTable(DynamoDbRiderProfiles::table));
  }

  @Override
  protected RiderProfiles profiles() {
    return profiles;
  }
}
