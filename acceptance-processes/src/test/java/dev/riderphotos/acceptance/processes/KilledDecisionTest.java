package dev.riderphotos.acceptance.processes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.ServerProcess;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Status;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed while it carries out what people decided: others bring it to its end, once.
 * {@code -Dreviews.kills=10} kills more often.
 */
class KilledDecisionTest {
  private static final int KILLS = Integer.getInteger("reviews.kills", 2);

  private final Random random = new Random(20_261_130);
  @TempDir private Path data;

  @Test
  void whatWasDecidedIsCarriedOutOnce() throws IOException, InterruptedException {
    List<String> cases = new ArrayList<>();
    for (int round = 0; round < KILLS; round++) {
      try (ServerProcess server = ServerProcess.start(data)) {
        cases.add(decided(server.client(), round));
        server.killAfter(random.nextInt(3000)); // which is when it looks, and what it then does
      }
    }
    try (ServerProcess server = ServerProcess.start(data)) {
      cases.forEach(id -> awaitEnd(server.client(), id));
    }
    try (Application application = Application.open(data, Map.of())) {
      for (int round = 0; round < KILLS; round++) {
        assertCarriedOut(application, CaseId.of(cases.get(round)), round);
      }
    }
  }

  private static boolean twins(int round) {
    return round % 2 == 0;
  }

  private static RiderId earlier(int round) {
    return new RiderId("earlier-" + round);
  }

  private static RiderId later(int round) {
    return new RiderId("later-" + round);
  }

  /** Somebody is taken for who was there before, and people say that this was wrong. */
  private static String decided(Client client, int round) {
    Person person = Person.named().get(round);
    assertThat(client.verify(earlier(round).value(), Photos.of(person)).at("status"))
        .isEqualTo("VERIFIED");
    Answer refused = client.verify(later(round).value(), Photos.anotherOf(person));
    assertThat(refused.text()).contains("ALREADY_REGISTERED");
    Answer appealed =
        client.post(
            "/v1/executions/" + refused.textAt("executionId") + "/appeal",
            "{\"words\":\"It is me\"}");
    assertThat(appealed.status()).as(appealed.text()).isEqualTo(202);
    Answer open = client.get("/v1/reviews?state=OPEN&kind=APPEAL");
    String path = "/v1/reviews/" + open.textAt("reviews/0/id");
    String decision =
        twins(round)
            ? "{\"decision\":\"TWO_PEOPLE\",\"version\":\"%s\",\"now\":true}"
            : "{\"decision\":\"ONE_PERSON\",\"withdraw\":\"earlier\",\"version\":\"%s\",\"now\":true}";
    Answer decided =
        client.post(path + "/decisions", decision.formatted(client.get(path).textAt("version")));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    return open.textAt("reviews/0/id");
  }

  private static void awaitEnd(Client client, String id) {
    Answer now = client.get("/v1/reviews/" + id);
    while (!now.textAt("state").equals("CLOSED")) {
      now = client.get("/v1/reviews/" + id);
    }
    assertThat(client.get("/v1/executions/" + now.textAt("again") + "/events").status())
        .isEqualTo(200);
  }

  private static void assertCarriedOut(Application application, CaseId id, int round) {
    Case closed = application.get(Cases.class).find(id).orElseThrow();
    assertThat(closed.outcome()).isEqualTo(Outcome.CARRIED_OUT);
    RiderProfiles profiles = application.get(RiderProfiles.class);
    assertThat(profiles.find(later(round))).isPresent();
    assertThat(profiles.find(earlier(round)).isPresent()).isEqualTo(twins(round));
    List<Execution> executions =
        application
            .get(Executions.class)
            .list(new Filter(null, later(round)), null, 10)
            .executions();
    assertThat(executions).hasSize(2);
    assertThat(executions.getFirst().id()).isEqualTo(requireNonNull(closed.again()));
    assertThat(executions.getFirst().status()).isEqualTo(Status.VERIFIED);
    assertThat(application.get(RiderFaces.class).size()).isEqualTo(KILLS + (KILLS + 1) / 2);
  }
}
