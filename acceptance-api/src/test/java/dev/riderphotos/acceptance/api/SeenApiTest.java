package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.testkit.Photos;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Riders who were here: by their link, and by a program's word. */
class SeenApiTest {
  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("access", "secured"));

  @Test
  void aProgramSaysThatARiderWasHere() {
    verified("ada", Person.ADA);
    Sighting longAgo = longAgo("ada");

    assertThat(seen("ada", key(Scope.VERIFY)).status()).isEqualTo(204);

    assertThat(sighting("ada").seenAt()).isAfter(longAgo.seenAt());
    assertThat(sighting("ada").toldAt()).isNull();
    assertThat(seen("ada", key(Scope.OPERATE)).status()).isEqualTo(204);
  }

  @Test
  void whoOpensTheirLinkWasHere() {
    verified("boris", Person.BORIS);
    Sighting longAgo = longAgo("boris");
    Browser browser = new Browser(SERVER.client());

    assertThat(browser.get("/link?token=" + link("boris")).status()).isEqualTo(303);

    assertThat(sighting("boris").seenAt()).isAfter(longAgo.seenAt());
  }

  @Test
  void nothingTellsWhetherThereIsSuchARider() {
    verified("clara", Person.CLARA);
    for (String rider : new String[] {"clara", "nobody"}) {
      assertThat(seen(rider, key(Scope.VERIFY)).status()).isEqualTo(204);
      seen(rider, key(Scope.SEARCH)).isProblem(403);
      seen(rider, key(Scope.REVIEW)).isProblem(403);
      seen(rider, "rpk_nonsense").isProblem(403);
      SERVER.client().send("POST", path(rider), Map.of(), new byte[0]).isProblem(401);
    }
    assertThat(sightings().find(new RiderId("nobody"))).isEmpty();
  }

  @Test
  void ridersDoNotSayItThemselves() {
    Browser browser = new Browser(SERVER.client());
    assertThat(browser.get("/link?token=" + link("dora")).status()).isEqualTo(303);

    for (String rider : new String[] {"dora", "nobody"}) {
      browser
          .with("Origin", "http://localhost:" + SERVER.client().port())
          .send("POST", path(rider), "", new byte[0])
          .isProblem(403);
    }
  }

  private static void verified(String rider, Person person) {
    SERVER
        .client()
        .send(
            "POST",
            Client.photoOf(rider) + "?wait=true",
            Map.of("X-Api-Key", key(Scope.VERIFY)),
            Photos.of(person).bytes())
        .isVerified();
  }

  /** The rider was last here a year ago, and was told that. */
  private static Sighting longAgo(String rider) {
    Instant then = Instant.now().minus(Duration.ofDays(365)).truncatedTo(ChronoUnit.SECONDS);
    Sighting sighting = Sighting.of(new RiderId(rider), then).told(then);
    assertThat(sightings().replace(null, sighting)).isTrue();
    return sighting;
  }

  private static Answer seen(String rider, String key) {
    return SERVER.client().send("POST", path(rider), Map.of("X-Api-Key", key), new byte[0]);
  }

  private static String path(String rider) {
    return "/v1/riders/" + rider + "/seen";
  }

  private static Sighting sighting(String rider) {
    return sightings().find(new RiderId(rider)).orElseThrow();
  }

  private static Sightings sightings() {
    return SERVER.application().get(Sightings.class);
  }

  private static String link(String rider) {
    return SERVER
        .application()
        .get(RiderLinks.class)
        .issue(new RiderId(rider), Duration.ofHours(1))
        .token();
  }

  private static String key(Scope scope) {
    return SERVER
        .application()
        .get(CreateApiKey.class)
        .create("test", Set.of(scope))
        .secret()
        .reveal();
  }
}
