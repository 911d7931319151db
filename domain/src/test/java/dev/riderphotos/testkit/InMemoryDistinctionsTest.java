package dev.riderphotos.testkit;

import dev.riderphotos.gallery.Distinctions;

class InMemoryDistinctionsTest extends DistinctionsContract {
  private final Distinctions distinctions = new InMemoryDistinctions();

  @Override
  protected Distinctions distinctions() {
    return distinctions;
  }
}
