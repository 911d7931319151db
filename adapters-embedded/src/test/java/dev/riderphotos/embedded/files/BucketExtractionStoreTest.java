package dev.riderphotos.embedded.files;

import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.extraction.ExtractionStore;
import dev.riderphotos.testkit.ExtractionStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class BucketExtractionStoreTest extends ExtractionStoreContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected ExtractionStore store() {
    FilePhotoStore files = new FilePhotoStore(storage.folder(), storage.database());
    return new BucketExtractionStore(files, storage.database(), "extracted-faces");
  }
}
