package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.testkit.FaceCounterpartsContract;

@OnAws
class DynamoDbFaceCounterpartsTest extends FaceCounterpartsContract {
  private final FaceCounterparts counterparts;

  DynamoDbFaceCounterpartsTest(Aws aws) {
    this.counterparts =
        new DynamoDbFaceCounterparts(aws.dynamoDb(), aws.newTable(DynamoDbFaceCounterparts::table));
  }

  @Override
  protected FaceCounterparts counterparts() {
    return counterparts;
  }
}
