package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.riderphotos.announcement.DeliverAnnouncements;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.HookReceiver;
import dev.riderphotos.app.testkit.HookReceiver.Told;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a program of the operator's is told, whenever a server gets to it. */
class WebhooksTest {
  private static final HookReceiver RECEIVER = HookReceiver.start();

  @RegisterExtension static final RunningServer SERVER = new RunningServer(RECEIVER.settings());

  private final Client client = SERVER.client();

  @AfterAll
  static void close() {
    RECEIVER.close();
  }

  @Test
  void anEndAndAnErasureAreToldAndSigned() throws Exception {
    Answer refused = client.verify("ada", Photos.withSunglasses(Person.ADA));
    Told end = told();
    new Webhook(HookReceiver.SECRET).verify(end.body(), end.headers());
    assertThat(end.body())
        .contains("\"type\":\"execution.ended\"", "\"status\":\"REJECTED\"", "\"SUNGLASSES\"")
        .contains("\"executionId\":\"" + refused.textAt("executionId") + "\"")
        .doesNotContain("sunglasses ", "s3", "box", "similarity");

    assertThat(client.delete("/v1/riders/ada").status()).isEqualTo(200);
    Told erasure = told();
    new Webhook(HookReceiver.SECRET).verify(erasure.body(), erasure.headers());
    assertThat(erasure.body()).contains("\"type\":\"rider.erased\"", "\"riderId\":\"ada\"");
  }

  @Test
  void whatIsRefusedComesAgainAndIsADeadLetterInTheEnd() {
    RECEIVER.answer(500, 302, 204);
    Answer _ = client.verify("boris", Photos.nobody());
    Told first = told();
    assertThat(told().id()).isEqualTo(first.id());

    Answer dead = client.get("/v1/webhooks/dead");
    assertThat(dead.textAt("events/0/eventId")).isEqualTo(first.id());
    assertThat(dead.textAt("events/0/error")).isEqualTo("302");
    assertThat(dead.at("events/0/attempts")).isEqualTo(2);
    assertThat(client.get("/v1/webhooks").at("dead")).isEqualTo(1);

    String letter = "/v1/webhooks/dead/" + first.id();
    assertThat(client.post(letter + "/redrive", "{}").status()).isEqualTo(200);
    assertThat(told().id()).isEqualTo(first.id());
    client.post(letter + "/redrive", "{}").isProblem(404);
    client.delete(letter).isProblem(404);
    client.delete("/v1/webhooks/dead/nonsense").isProblem(400);
    assertThat(client.post("/v1/webhooks/dead/redrive", "{}").at("redriven")).isEqualTo(0);
  }

  @Test
  void whoIsGoneIsToldAgainOnceAnOperatorSaysSo() {
    RECEIVER.answer(410);
    Answer _ = client.verify("clara", Photos.nobody());
    Told first = told();

    Answer off = client.get("/v1/webhooks");
    assertThat(off.at("state")).isEqualTo("OFF");
    assertThat(off.at("why")).isEqualTo("410");
    assertThat(off.at("pending")).isEqualTo(1);

    assertThat(client.post("/v1/webhooks/on", "{}").at("state")).isEqualTo("ON");
    assertThat(client.post("/v1/webhooks/test", "{}").at("delivered")).isEqualTo(true);
    assertThat(RECEIVER.next().body()).contains("\"type\":\"webhooks.test\"");
    assertThat(client.delete("/v1/riders/clara").status()).isEqualTo(200);
    assertThat(told().body()).contains("rider.erased").doesNotContain(first.id());
  }

  private static Told told() {
    SERVER.application().get(DeliverAnnouncements.class).deliver();
    return RECEIVER.next();
  }

  @Test
  void aTrialSaysWhatCameBack() {
    RECEIVER.answer(404);

    Answer trial = client.post("/v1/webhooks/test", "{}");

    assertThat(trial.json()).containsAllEntriesOf(Map.of("delivered", false, "said", "404"));
    assertThat(RECEIVER.next().id()).isEqualTo(trial.textAt("eventId"));
  }
}
