package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Journals;
import dev.riderphotos.testkit.Photos;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A photo is verified once, however often it is sent. */
class IdempotencyKeyTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @Test
  void theSameKeyIsTheSameExecutionAlsoWhenItHasEnded() {
    String key = UUID.randomUUID().toString();

    Answer first = send("ada", key, Person.ADA);
    Answer ended = SERVER.client().ended(first).isVerified();
    Answer again = send("ada", key, Person.ADA);

    assertThat(first.status()).isEqualTo(202);
    assertThat(first.textAt("executionId")).isEqualTo(key);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.header("Location")).isEqualTo("/v1/executions/" + key);
    assertThat(again.at("status")).isEqualTo("VERIFIED");
    assertThat(again.at("faceId")).isEqualTo(ended.at("faceId"));
    assertThat(executionsOf("ada")).isEqualTo(1);
  }

  @Test
  void anothersKeyIsRefused() {
    String key = UUID.randomUUID().toString();
    assertThat(send("boris", key, Person.BORIS).status()).isEqualTo(202);

    Answer other = send("not-boris", key, Person.CLARA);

    other.isProblem(409);
    assertThat(other.at("code")).isEqualTo("IDEMPOTENCY_KEY_TAKEN");
    assertThat(executionsOf("not-boris")).isZero();
  }

  @Test
  void aKeyIsAUuid() {
    send("clara", "1", Person.CLARA).isProblem(400);
  }

  @Test
  void ofManyAtOnceOneIsBegun() {
    String key = UUID.randomUUID().toString();

    List<Answer> answers = Concurrently.call(9, _ -> send("david", key, Person.DAVID));

    assertThat(answers).extracting(Answer::status).containsOnly(202);
    assertThat(answers).extracting(answer -> answer.at("executionId")).containsOnly(key);
    SERVER.client().ended(answers.getFirst()).isVerified();
    assertThat(executionsOf("david")).isEqualTo(1);
  }

  @Test
  void theSameBytesAreTheExecutionThatVerifiesThem() {
    Execution running = Journals.running(new RiderId("elena"), Instant.now());
    SERVER.application().get(Executions.class).start(running);
    SERVER
        .application()
        .get(PhotoStore.class)
        .put(running.submission().photo(), Photos.of(Person.ELENA));

    Answer plain = sendWithoutKey("elena", Person.ELENA);
    Answer otherTab = send("elena", UUID.randomUUID().toString(), Person.ELENA);

    assertThat(List.of(plain, otherTab))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(202);
              assertThat(answer.at("executionId")).isEqualTo(running.id().toString());
            });
    assertThat(executionsOf("elena")).isEqualTo(1);
  }

  private static Answer send(String rider, String key, Person person) {
    return SERVER
        .client()
        .send(
            "POST",
            Client.photoOf(rider),
            Map.of("Content-Type", "image/jpeg", "Idempotency-Key", key),
            Photos.of(person).bytes());
  }

  private static Answer sendWithoutKey(String rider, Person person) {
    return SERVER
        .client()
        .send("POST", Client.photoOf(rider), "image/jpeg", Photos.of(person).bytes());
  }

  private static int executionsOf(String rider) {
    return SERVER.client().get("/v1/executions?rider=" + rider).listAt("executions").size();
  }
}
