package dev.riderphotos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

/** The endpoint when access keys are set: only their holders may call. */
class RekognitionSignatureTest {
  private static final String ID = "AKIDEXAMPLE";
  private static final String SECRET = "wJalr/XUtn+FEMI=K7MDENG";

  @RegisterExtension
  private static final RunningServer SERVER =
      new RunningServer(Map.of("rekognition.access-keys", ID + ":" + SECRET));

  @Test
  void whoSignsWithTheKeyMayCall() {
    try (RekognitionClient client = RekognitionClients.of(SERVER, ID, SECRET)) {
      assertThat(client.listCollections().collectionIds()).isEmpty(); // nor the riders' as yet
      assertThat(client.createCollection(it -> it.collectionId("rider-photos")).statusCode())
          .isEqualTo(200);
      assertThat(client.listFaces(it -> it.collectionId("rider-photos")).faces()).isEmpty();
    }
  }

  @Test
  void whoDoesNotMayNot() {
    assertRefused(RekognitionClients.of(SERVER, ID, SECRET + "x"), "InvalidSignatureException");
    assertRefused(RekognitionClients.of(SERVER, "NOBODY", SECRET), "UnrecognizedClientException");
    assertRefused(
        RekognitionClients.of(SERVER, AnonymousCredentialsProvider.create()),
        "MissingAuthenticationTokenException");
  }

  private static void assertRefused(RekognitionClient client, String code) {
    try (client) {
      assertThatExceptionOfType(RekognitionException.class)
          .isThrownBy(client::listCollections)
          .satisfies(
              refusal -> {
                assertThat(refusal.statusCode()).isEqualTo(400);
                assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
              });
    }
  }
}
