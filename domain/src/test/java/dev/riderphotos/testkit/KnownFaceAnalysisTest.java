package dev.riderphotos.testkit;

import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FacePrint;

class KnownFaceAnalysisTest extends FaceAnalysisContract {
  @Override
  protected FaceAnalysis analysis() {
    return new KnownFaceAnalysis();
  }

  @Override
  protected FacePrint printOfAnotherModel() {
    return new FacePrint("names-2:Ada");
  }
}
