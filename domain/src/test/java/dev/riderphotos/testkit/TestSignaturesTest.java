package dev.riderphotos.testkit;

import dev.riderphotos.access.Signatures;

class TestSignaturesTest extends SignaturesContract {
  @Override
  protected Signatures signatures() {
    return new TestSignatures();
  }
}
