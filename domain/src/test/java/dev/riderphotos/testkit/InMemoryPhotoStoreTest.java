package dev.riderphotos.testkit;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;

class InMemoryPhotoStoreTest extends PhotoStoreContract {
  private final InMemoryPhotoStore store = new InMemoryPhotoStore();

  @Override
  protected PhotoStore store() {
    return store;
  }

  @Override
  protected void putSaying(String consent, PhotoRef where, Photo what) {
    store.put(where, what, consent);
  }
}
