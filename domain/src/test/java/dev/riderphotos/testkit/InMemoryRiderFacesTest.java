package dev.riderphotos.testkit;

import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.portraits.Portrait;

class InMemoryRiderFacesTest extends RiderFacesContract {
  private final InMemoryRiderFaces collection = new InMemoryRiderFaces();

  @Override
  protected RiderFaces collection() {
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
