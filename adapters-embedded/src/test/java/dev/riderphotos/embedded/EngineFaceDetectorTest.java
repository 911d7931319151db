package dev.riderphotos.embedded;

import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.testkit.FaceDetectorContract;

class EngineFaceDetectorTest extends FaceDetectorContract {
  @Override
  protected FaceDetector detector() {
    return Engines.detector();
  }
}
