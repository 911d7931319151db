package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.Arns;
import dev.riderphotos.aws.AwsUse;
import java.util.Set;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Says what is asked of Rekognition. */
final class RekognitionUses {
  private RekognitionUses() {}

  /** Asks of a picture, not of a collection. */
  static AwsUse detection() {
    return new AwsUse("FaceDetection", Set.of("rekognition:DetectFaces"), Set.of(AwsUse.ANY));
  }

  static AwsUse described(RekognitionClient client, String collection) {
    return of(client, "Collections", collection, "DescribeCollection");
  }

  static AwsUse of(RekognitionClient client, String sid, String collection, String... operations) {
    return new AwsUse(
        sid,
        AwsUse.actions("rekognition", operations),
        Set.of(
            Arns.of(
                client.serviceClientConfiguration(), "rekognition", "collection/" + collection)));
  }
}
