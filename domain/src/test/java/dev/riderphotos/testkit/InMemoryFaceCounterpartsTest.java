package dev.riderphotos.testkit;

import dev.riderphotos.face.FaceCounterparts;

class InMemoryFaceCounterpartsTest extends FaceCounterpartsContract {
  private final FaceCounterparts counterparts = new InMemoryFaceCounterparts();

  @Override
  protected FaceCounterparts counterparts() {
    return counterparts;
  }
}
