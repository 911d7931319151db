package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.OpenedCases;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.testkit.Photos;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cases by the API: listed, shown, decided, undone; and appeals that open them. */
class ReviewsApiTest {
  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("reviews.rate", "off"));

  private static final String REVIEWS = "/v1/reviews";

  private final Client client = SERVER.client();

  @BeforeAll
  static void ridersAreVerified() {
    SERVER.client().verify("ada", Photos.of(Person.ADA)).isVerified();
    SERVER.client().verify("boris", Photos.of(Person.BORIS)).isVerified();
    SERVER.client().verify("clara", Photos.of(Person.CLARA)).isVerified();
  }

  @Test
  void aCaseIsShownWithWhatCanBeDecided() {
    CaseId id = OpenedCases.possibleDuplicate(SERVER, "clara", "ada");

    Answer one = client.get(REVIEWS + "/" + id);

    assertThat(one.at("kind")).isEqualTo("POSSIBLE_DUPLICATE");
    assertThat(one.at("state")).isEqualTo("OPEN");
    assertThat(one.at("rider/riderId")).isEqualTo("clara");
    assertThat(one.at("other/riderId")).isEqualTo("ada");
    assertThat(one.textAt("version")).matches("[0-9a-f]{16}");
    assertThat(one.listAt("decisions")).hasToString("[TWO_PEOPLE, ONE_PERSON, NOT_USABLE]");
    assertThat(client.get(REVIEWS + "?kind=POSSIBLE_DUPLICATE").text()).contains(id.toString());
    assertThat(client.get(REVIEWS + "?kind=APPEAL").text()).doesNotContain(id.toString());
    assertThat(client.get(REVIEWS + "/" + id + "/photos/rider").header("Content-Type"))
        .isEqualTo("image/jpeg");
    client.get(REVIEWS + "/" + id + "/photos/nobody").isProblem(404);
  }

  @Test
  void aDecisionIsOfWhatWasLookedAtAndCanBeUndone() {
    CaseId id = OpenedCases.possibleDuplicate(SERVER, "boris", "ada");
    String path = REVIEWS + "/" + id;
    String version = client.get(path).textAt("version");

    assertThat(decide(path, "TWO_PEOPLE", "0123456789abcdef").isProblem(409).at("code"))
        .isEqualTo("CASE_CHANGED");
    assertThat(decide(path, "SAME_RIDER", version).isProblem(422).at("field"))
        .isEqualTo("decision");
    assertThat(decide(path, "PERHAPS", version).isProblem(422).textAt("detail"))
        .contains("TWO_PEOPLE, ONE_PERSON");
    Answer decided = decide(path, "TWO_PEOPLE", version);
    assertThat(decided.at("state")).as(decided.text()).isEqualTo("DECIDED");
    assertThat(decided.at("decision/decision")).isEqualTo("TWO_PEOPLE");
    assertThat(decide(path, "NOT_USABLE", version).isProblem(409).at("code")).isEqualTo("NOT_OPEN");

    assertThat(client.post(path + "/undo", "").at("state")).isEqualTo("OPEN");
    assertThat(client.post(path + "/undo", "").isProblem(409).at("code"))
        .isEqualTo("NOTHING_TO_UNDO");
  }

  @Test
  void whatIsNoCaseIsSaidSo() {
    client.get(REVIEWS + "/00000000-0000-4000-8000-000000000000").isProblem(404);
    client.get(REVIEWS + "/nonsense").isProblem(400);
    client.get(REVIEWS + "?state=PERHAPS").isProblem(422);
    decide(REVIEWS + "/00000000-0000-4000-8000-000000000000", "TWO_PEOPLE", "0").isProblem(404);
  }

  @Test
  void aRefusalIsAppealedAgainstOnce() {
    Answer refused = client.verify("dora", Photos.anotherOf(Person.BORIS));
    String path = "/v1/executions/" + refused.textAt("executionId") + "/appeal";

    assertThat(client.post(path, words("x".repeat(501))).isProblem(422).at("field"))
        .isEqualTo("words");
    Answer appealed = client.post(path, words("He is my twin."));

    assertThat(appealed.status()).as(appealed.text()).isEqualTo(202);
    assertThat(appealed.at("state")).isEqualTo("OPEN");
    assertThat(appealed.text()).doesNotContain("boris");
    assertThat(client.post(path, words("Again")).isProblem(409).at("code"))
        .isEqualTo("APPEALED_BEFORE");
    assertThat(client.get(REVIEWS + "?kind=APPEAL").text())
        .contains("He is my twin.", "ALREADY_REGISTERED", "boris");
  }

  @Test
  void whatWasNotRefusedCannotBeAppealedAgainst() {
    String verified = client.get("/v1/executions?rider=ada").textAt("executions/0/executionId");

    assertThat(
            client.post("/v1/executions/" + verified + "/appeal", "{}").isProblem(409).at("code"))
        .isEqualTo("NOT_APPEALABLE");
    client.post("/v1/executions/00000000-0000-4000-8000-000000000000/appeal", "{}").isProblem(404);
  }

  private Answer decide(String path, String decision, String version) {
    return client.post(
        path + "/decisions",
        "{\"decision\":\"%s\",\"version\":\"%s\"}".formatted(decision, version));
  }

  private static String words(String words) {
    return "{\"words\":\"" + words + "\"}";
  }
}
