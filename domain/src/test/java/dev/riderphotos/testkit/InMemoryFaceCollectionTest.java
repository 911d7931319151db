package dev.riderphotos.testkit;

import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceCollection;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.portraits.Portrait;

class InMemoryFaceCollectionTest extends FaceCollectionContract {
  private final InMemoryFaceCollection collection = new InMemoryFaceCollection();

  @Override
  protected FaceCollection collection() {
    return collection;
  }

  @Override
  protected DetectedFace face(Portrait portrait) {
    return KnownFaces.faceOf(portrait);
  }

  @Override
  protected FacePrint printOfAnotherModel() {
    return new FacePrint("names-2:Ada");
  }
}
