package dev.riderphotos.testkit;

import dev.riderphotos.extraction.ExtractionStore;

class InMemoryExtractionStoreTest extends ExtractionStoreContract {
  private final ExtractionStore store = new InMemoryExtractionStore();

  @Override
  protected ExtractionStore store() {
    return store;
  }
}
