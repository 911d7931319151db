package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.review.Judgements;
import dev.riderphotos.testkit.JudgementsContract;

@OnAws
class DynamoDbJudgementsTest extends JudgementsContract {
  private final Judgements judgements;

  DynamoDbJudgementsTest(Aws aws) {
    this.judgements = new DynamoDbJudgements(aws.dynamoDb(), aws.newTable(DynamoDbCases::table));
  }

  @Override
  protected Judgements judgements() {
    return judgements;
  }
}
