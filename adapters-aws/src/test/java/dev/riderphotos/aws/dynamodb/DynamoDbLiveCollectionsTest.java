package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.testkit.LiveCollectionsContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnAws
class DynamoDbLiveCollectionsTest extends LiveCollectionsContract {
  private final Aws aws;
  private final String table;

  DynamoDbLiveCollectionsTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbLiveCollections::table);
  }

  @Override
  protected LiveCollections live() {
    return startedAgain(FIRST);
  }

  @Override
  protected LiveCollections startedAgain(Map<Role, CollectionId> settings) {
    return on(settings);
  }

  @Test
  void whoOnlyLooksWritesNothingDown() {
    assertThat(on(FIRST).recorded(Role.RIDERS)).isEmpty();

    CollectionId other = new CollectionId("other");
    assertThat(on(Map.of(Role.RIDERS, other)).of(Role.RIDERS)).isEqualTo(other);
    assertThat(on(FIRST).recorded(Role.RIDERS)).contains(other);
  }

  private DynamoDbLiveCollections on(Map<Role, CollectionId> settings) {
    return new DynamoDbLiveCollections(aws.dynamoDb(), table, settings);
  }
}
