package dev.riderphotos.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Verifications that cannot end while the records fail, and what others notice of them. */
class QueueTest {
  private static final int OF_A_RIDER = 10;

  @RegisterExtension
  static final RunningServer SERVER =
      new RunningServer(
          Map.of(
              FaultyRecords.PROPERTY,
              true,
              "limits.concurrent-executions",
              1,
              "limits.waiting-executions",
              11,
              "limits.wait-time",
              "300ms",
              "retries.attempts",
              100,
              "retries.delay",
              "20ms"));

  private final Faults faults = SERVER.application().get(Faults.class);

  @BeforeEach
  void breakTheRecords() {
    faults.always(Fault.RETRYABLE, call -> call.is(RiderProfiles.class, "replace"));
  }

  @AfterEach
  void mendThem() {
    faults.heal();
    for (String id : running()) {
      assertThat(client().get("/v1/executions/" + id + "/events").status()).isEqualTo(200);
    }
  }

  @Test
  void whoWaitsInVainIsToldWhereToLookAndItGoesOn() {
    Answer answer = client().verify("patient", Photos.of(Person.ADA));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.at("status")).isEqualTo("RUNNING");
    assertThat(answer.header("Location"))
        .isEqualTo("/v1/executions/" + answer.textAt("executionId"));
    faults.heal();
    assertThat(client().ended(answer).at("status")).isEqualTo("VERIFIED");
  }

  @Test
  void withoutJavaScriptTheRiderIsShownToWhatGoesOn() {
    Browser browser = new Browser(client());
    Form form = new Form().field("rider", "plain").file("photo", "me.jpg", Photos.of(Person.BORIS));

    Answer answer = browser.post("/", form);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(client().get(answer.header("Location")).text()).contains("We are still checking");
  }

  @Test
  void whoPausesKeepsNobodyWaiting() {
    assertThat(begin("pausing", Person.CLARA).status()).isEqualTo(202);

    Answer other = client().verify("other", Photos.nobody());

    assertThat(other.at("status")).isEqualTo("REJECTED");
  }

  @Test
  void ofOneRiderSoManyWaitAndWhatIsRefusedLeavesNothing() throws IOException {
    List<Answer> taken =
        IntStream.range(0, OF_A_RIDER).mapToObj(_ -> begin("eager", Person.DAVID)).toList();
    assertThat(taken).allMatch(answer -> answer.status() == 202);
    int photos = photos();

    assertThat(refused("eager")).contains("TOO_MANY_WAIT", "Send it again in a moment");

    assertThat(photos()).isEqualTo(photos);
    assertThat(running()).hasSize(OF_A_RIDER);
    assertThat(begin("modest", Person.ELENA).status()).isEqualTo(202);
  }

  @Test
  void inAllSoManyWait() {
    IntStream.range(0, 12)
        .forEach(rider -> assertThat(begin("crowd-" + rider, Person.ADA).status()).isEqualTo(202));

    assertThat(refused("one-more")).contains("TOO_MANY_WAIT");
    assertThat(running()).hasSize(12);
  }

  @Test
  void whoSendsIsNotKeptWaitingForAStoreThatFails() throws IOException {
    Path bucket = SERVER.data().resolve("buckets/rider-photos");
    assertThat(begin("unlucky", Person.FELIX).status()).isEqualTo(202);
    Path aside = Files.move(bucket, SERVER.home().resolve("aside"));
    Files.createFile(bucket);
    try {
      assertThat(refused("unlucky")).contains("BACKEND_UNAVAILABLE");
      assertThat(running()).hasSize(1);
    } finally {
      Files.delete(bucket);
      Files.move(aside, bucket);
    }
  }

  private static Answer begin(String rider, Person person) {
    return client()
        .post(Client.photoOf(rider), new Form().file("photo", "me.jpg", Photos.of(person)));
  }

  /** What a photo of the rider's is refused with. */
  private static String refused(String rider) {
    byte[] photo = Photos.oneFace().bytes();
    String answer =
        client()
            .exchange(
                """
                POST %s HTTP/1.1
                Host: localhost
                Content-Type: image/jpeg
                Content-Length: %d
                Connection: close

                """
                    .formatted(Client.photoOf(rider), photo.length),
                photo);
    assertThat(answer).startsWith("HTTP/1.1 503 ").containsIgnoringCase("\nRetry-After: 5");
    return answer;
  }

  private static int photos() throws IOException {
    return Folders.files(SERVER.data().resolve("buckets/rider-photos")).size();
  }

  private static List<String> running() {
    return client().get("/v1/executions?status=RUNNING&limit=100").listAt("executions").stream()
        .map(execution -> String.valueOf(((Map<?, ?>) execution).get("executionId")))
        .toList();
  }

  private static Client client() {
    return SERVER.client();
  }
}
