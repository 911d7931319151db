package dev.riderphotos.testkit;

import dev.riderphotos.face.FaceCollections;

class InMemoryFaceCollectionsTest extends FaceCollectionsContract {
  private final FaceCollections collections = new InMemoryFaceCollections();

  @Override
  protected FaceCollections collections() {
    return collections;
  }
}
