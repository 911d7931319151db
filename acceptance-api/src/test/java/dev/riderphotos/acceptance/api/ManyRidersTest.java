package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.MadeDescriptors;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.review.TendCases;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Of many riders some look more alike than strangers do, and less than one person: each such pair
 * is one case, and what is decided of it holds. {@code -Driders=1000} makes it a thousand.
 */
class ManyRidersTest {
  private static final int RIDERS = Integer.getInteger("riders", 160);
  private static final int PAIRS = RIDERS / 16;
  private static final int FIRST = RIDERS - PAIRS;
  private static final int HARDLY = 100;

  @RegisterExtension
  private static final RunningServer SERVER =
      new RunningServer(Map.of(MadeDescriptors.PROPERTY, "true", "reviews.grace", "0s"));

  private final Client client = SERVER.client();

  @Test
  void everyPairWithinTheLimitIsOneCaseAndIsDecided() {
    for (int rider = 0; rider < FIRST; rider++) {
      assertThat(send(rider, MadeDescriptors.photoOf(rider)).at("status")).isEqualTo("VERIFIED");
    }
    assertThat(cases()).isEmpty();
    int apart = betweenTheLimits();
    for (int pair = 0; pair < PAIRS; pair++) {
      assertThat(send(FIRST + pair, MadeDescriptors.photoNear(pair, apart)).at("status"))
          .isEqualTo("VERIFIED");
    }

    List<String> open = cases();
    assertThat(open).doesNotHaveDuplicates().hasSize(PAIRS);
    open.forEach(this::decide);

    for (int pair = 0; pair < PAIRS; pair++) {
      assertThat(isVerified(pair)).isTrue();
      assertThat(isVerified(FIRST + pair)).isEqualTo(isTwins(pair));
      Photo newer = MadeDescriptors.photoNear(pair, apart - HARDLY);
      Answer again = client.verify("rider-" + (FIRST + pair), newer, "&replace=true");
      assertThat(again.text()).contains(isTwins(pair) ? "VERIFIED" : "ALREADY_REGISTERED");
    }
    assertThat(cases()).isEmpty();
    assertThat(SERVER.application().get(RiderFaces.class).size())
        .isEqualTo(FIRST + (PAIRS + 1) / 2);
  }

  private static boolean isTwins(int pair) {
    return pair % 2 == 0;
  }

  /** In thousandths: further than a duplicate, and nearer than what people look at. */
  private static int betweenTheLimits() {
    RiderFaces faces = SERVER.application().get(RiderFaces.class);
    var curve = FaceModel.of(BaseModel.FACEAPI_2).similarity();
    double duplicate = curve.distance(faces.duplicateSimilarity(FIRST));
    double looked = curve.distance(faces.duplicateSimilarity(RIDERS / 5));
    return (int) Math.round(500 * (duplicate + looked));
  }

  private void decide(String id) {
    Answer open = client.get("/v1/reviews/" + id);
    int pair = number(open.textAt("other/riderId"));
    assertThat(number(open.textAt("rider/riderId"))).isEqualTo(FIRST + pair);
    String decision = isTwins(pair) ? "TWO_PEOPLE" : "ONE_PERSON";
    Answer decided =
        client.post(
            "/v1/reviews/" + id + "/decisions",
            "{\"decision\":\"%s\",\"version\":\"%s\",\"now\":true}"
                .formatted(decision, open.textAt("version")));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    Answer closed;
    do { // photos that are under way are waited for
      SERVER.application().get(TendCases.class).tend();
      closed = client.get("/v1/reviews/" + id);
    } while (!closed.textAt("state").equals("CLOSED"));
    assertThat(closed.at("outcome")).isEqualTo("CARRIED_OUT");
    assertThat(isVerified(FIRST + pair)).isEqualTo(isTwins(pair));
  }

  private List<String> cases() {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      Answer page = client.get("/v1/reviews?state=OPEN" + next);
      for (int i = 0; i < page.listAt("reviews").size(); i++) {
        ids.add(page.textAt("reviews/" + i + "/id"));
      }
      next = page.text().contains("\"next\":") ? "&cursor=" + page.textAt("next") : "";
    } while (!next.isEmpty());
    return ids;
  }

  private Answer send(int rider, Photo photo) {
    return client.verify("rider-" + rider, photo);
  }

  private static int number(String rider) {
    return Integer.parseInt(rider.substring(rider.lastIndexOf('-') + 1));
  }

  private static boolean isVerified(int rider) {
    return SERVER
        .application()
        .get(RiderProfiles.class)
        .find(new RiderId("rider-" + rider))
        .isPresent();
  }
}
