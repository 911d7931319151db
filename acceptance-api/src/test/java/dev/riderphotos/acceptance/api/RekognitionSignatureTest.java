package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.app.testkit.RekognitionClients;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.testkit.SignedCall;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Such as SDKs sign, or leave out, or servers take for their own. */
  @ParameterizedTest
  @CsvSource({
    "user-agent, aws-sdk-java/1.12 Linux",
    "expect, 100-continue",
    "x-amzn-trace-id, Root=1-2",
    "content-length, 2",
    "accept-encoding, identity",
    "accept, text/html",
    "via, 1.1 proxy",
    "x-forwarded-for, 192.0.2.1"
  })
  void oneListedHeaderChangedIsRefused(String header, String value) {
    Map<String, String> listed = Map.of(header, value);
    assertThat(sent(new SignedCall(ID, SECRET, port(), listed))).contains("HTTP/1.1 200 ");

    if (!header.matches("expect|content-length")) {
      assertThat(sent(new SignedCall(ID, SECRET, port(), listed).with(header, value + "1")))
          .startsWith("HTTP/1.1 400 ")
          .contains("InvalidSignatureException");
    }
  }

  private static String sent(SignedCall call) {
    return SERVER.client().exchange(call.head(2), "{}".getBytes(UTF_8));
  }

  private static int port() {
    return SERVER.client().port();
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
