package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.retention.Sweeps;
import dev.riderphotos.testkit.SweepsContract;

@OnAws
class DynamoDbSweepsTest extends SweepsContract {
  private final Sweeps sweeps;

  DynamoDbSweepsTest(Aws aws) {
    this.sweeps = new DynamoDbSweeps(aws.dynamoDb(), aws.newTable(DynamoDbCases::table));
  }

  @Override
  protected Sweeps sweeps() {
    return sweeps;
  }
}
