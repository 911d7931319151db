package dev.riderphotos.testkit;

import dev.riderphotos.gallery.GalleryPhotos;

class InMemoryGalleryPhotosTest extends GalleryPhotosContract {
  private final GalleryPhotos gallery = new InMemoryGalleryPhotos();

  @Override
  protected GalleryPhotos gallery() {
    return gallery;
  }
}
