package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.review.Cases;
import dev.riderphotos.testkit.CasesContract;

@OnAws
class DynamoDbCasesTest extends CasesContract {
  private final Cases cases;

  DynamoDbCasesTest(Aws aws) {
    this.cases = new DynamoDbCases(aws.dynamoDb(), aws.newTable(DynamoDbCases::table));
  }

  @Override
  protected Cases cases() {
    return cases;
  }
}
