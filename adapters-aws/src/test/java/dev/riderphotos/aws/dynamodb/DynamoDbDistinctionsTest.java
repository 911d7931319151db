package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.gallery.Distinctions;
import dev.riderphotos.testkit.DistinctionsContract;

@OnAws
class DynamoDbDistinctionsTest extends DistinctionsContract {
  private final Distinctions distinctions;

  DynamoDbDistinctionsTest(Aws aws) {
    this.distinctions =
        new DynamoDbDistinctions(
            aws.dynamoDb(),
            new GalleryTables("none", "none", aws.newTable(GalleryTables::distinctions)));
  }

  @Override
  protected Distinctions distinctions() {
    return distinctions;
  }
}
