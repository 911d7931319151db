package dev.riderphotos.testkit;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import java.util.Map;

class InMemoryLiveCollectionsTest extends LiveCollectionsContract {
  private final LiveCollections live = new InMemoryLiveCollections(FIRST);

  @Override
  protected LiveCollections live() {
    return live;
  }

  /** Nothing outlives this one: who is told other settings later is the same. */
  @Override
  protected LiveCollections startedAgain(Map<Role, CollectionId> settings) {
    return live;
  }
}
