package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.FaultyRecords;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be written down is neither done nor shown. */
class AuditFaultsTest {
  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of(FaultyRecords.PROPERTY, true));

  private final Client client = SERVER.client();
  private final Faults faults = SERVER.application().get(Faults.class);

  @BeforeAll
  static void aRiderIsVerified() {
    SERVER.client().verify("ada", Photos.of(Person.ADA)).isVerified();
  }

  @BeforeEach
  void theAuditFailsOnce() {
    faults.next(1, Fault.RETRYABLE, call -> call.is(AuditLog.class, "append"));
  }

  @Test
  void noPhotoIsShown() {
    assertThat(answer("GET", "/v1/riders/ada/thumbnail", "", ""))
        .startsWith("HTTP/1.1 503 ")
        .contains("BACKEND_UNAVAILABLE");

    assertThat(client.get("/v1/riders/ada/thumbnail").status()).isEqualTo(200);
  }

  @Test
  void nobodyIsErased() {
    assertThat(answer("DELETE", "/v1/riders/ada", "", "")).startsWith("HTTP/1.1 503 ");

    assertThat(client.get("/v1/riders/ada").status()).isEqualTo(200);
  }

  @Test
  void noFaceIsDeletedByRekognitionsProtocol() {
    assertThat(
            answer(
                "POST",
                "/rekognition",
                "X-Amz-Target: RekognitionService.DeleteCollection\n",
                "{\"CollectionId\":\"rider-photos\"}"))
        .startsWith("HTTP/1.1 500 ");

    assertThat(client.get("/v1/riders/ada").status()).isEqualTo(200);
    assertThat(client.verify("boris", Photos.of(Person.ADA)).at("status")).isEqualTo("REJECTED");
  }

  private String answer(String method, String path, String header, String body) {
    String head =
        "%s %s HTTP/1.1\nHost: localhost:%d\n%sContent-Length: %d\nConnection: close\n\n"
            .formatted(method, path, client.port(), header, body.length());
    return client.exchange(head, body.getBytes(UTF_8));
  }
}
