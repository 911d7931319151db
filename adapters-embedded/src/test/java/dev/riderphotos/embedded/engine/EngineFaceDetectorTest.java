package dev.riderphotos.embedded.engine;

import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.testkit.FaceDetectorContract;

class EngineFaceDetectorTest extends FaceDetectorContract {
  @Override
  protected FaceDetector detector() {
    return Engines.detector();
  }
}
