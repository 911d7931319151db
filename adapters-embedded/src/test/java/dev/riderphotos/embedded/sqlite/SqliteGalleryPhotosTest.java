package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.testkit.GalleryPhotosContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteGalleryPhotosTest extends GalleryPhotosContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected GalleryPhotos gallery() {
    return new SqliteGalleryPhotos(storage.database());
  }
}
