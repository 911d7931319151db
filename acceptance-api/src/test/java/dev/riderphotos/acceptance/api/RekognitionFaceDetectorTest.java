package dev.riderphotos.acceptance.api;

import dev.riderphotos.app.testkit.RekognitionClients;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.aws.rekognition.RekognitionFaceDetector;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.imaging.ThumbnailatorThumbnailer;
import dev.riderphotos.testkit.FaceDetectorContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Faces as Rekognition finds them, by our own endpoint's recognition. */
class RekognitionFaceDetectorTest extends FaceDetectorContract {
  @RegisterExtension private static final RunningServer SERVER = new RunningServer();

  @SuppressWarnings("NullAway.Init")
  private static RekognitionClient client;

  @BeforeAll
  static void connect() {
    client = RekognitionClients.of(SERVER, "any", "any");
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  protected FaceDetector detector() {
    return new RekognitionFaceDetector(client, false, new ThumbnailatorThumbnailer());
  }
}
