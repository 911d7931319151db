package dev.riderphotos.testkit;

import dev.riderphotos.photo.PhotoStore;

class InMemoryPhotoStoreTest extends PhotoStoreContract {
  private final InMemoryPhotoStore store = new InMemoryPhotoStore();

  @Override
  protected PhotoStore store() {
    return store;
  }
}
