package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.testkit.LiveCollectionsContract;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteLiveCollectionsTest extends LiveCollectionsContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected LiveCollections live() {
    return startedAgain(FIRST);
  }

  @Override
  protected LiveCollections startedAgain(Map<Role, CollectionId> settings) {
    return new SqliteLiveCollections(storage.database(), settings);
  }
}
