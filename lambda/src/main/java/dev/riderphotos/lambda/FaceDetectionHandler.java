package dev.riderphotos.lambda;

/** Lambda calls this for the state FaceDetection. */
public final class FaceDetectionHandler extends StateHandler {
  public FaceDetectionHandler() {
    super(StateFunctions::detectFaces);
  }
}
