package dev.riderphotos.testkit;

import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.FaceCollections;

class InMemoryCollectionUsersTest extends CollectionUsersContract {
  private final InMemoryFaceCollections collections = new InMemoryFaceCollections();
  private final CollectionUsers users = new InMemoryCollectionUsers(collections);

  @Override
  protected CollectionUsers users() {
    return users;
  }

  @Override
  protected FaceCollections collections() {
    return collections;
  }
}
