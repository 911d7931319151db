package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.RunningServer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is found at an address of its own, and that trusts no proxy. */
class PublicAddressTest {
  @RegisterExtension
  static final RunningServer SERVER =
      new RunningServer(Map.of("access", "secured", "public-url", "https://photos.example.com/"));

  @ParameterizedTest
  @ValueSource(
      strings = {"photos.example.com", "PHOTOS.example.com:443", "localhost:8080", "127.0.0.1"})
  void answersToItsNames(String host) {
    assertThat(get("/sign-in", host, "")).startsWith("HTTP/1.1 200 ");
    assertThat(get("/sign-in", host, "\nOrigin: https://photos.example.com"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void answersToNoOthers() {
    assertThat(get("/sign-in", "example.com", "")).contains("FOREIGN_HOST");
    assertThat(get("/sign-in", "evil.example", "\nX-Forwarded-Host: photos.example.com"))
        .contains("FOREIGN_HOST");
    assertThat(get("/sign-in", "photos.example.com", "\nOrigin: https://example.com"))
        .contains("FOREIGN_ORIGIN");
    assertThat(get("/sign-in", "photos.example.com", "\nOrigin: null")).contains("FOREIGN_ORIGIN");
  }

  @Test
  void cookiesAreForHttpsAlone() {
    Browser browser = new Browser(SERVER.client()).signIn(operator());

    assertThat(browser.cookies().keySet()).allMatch(name -> name.startsWith("__Host-"));
  }

  @Test
  void addressesBeginWithIt() {
    Answer ticket =
        SERVER
            .client()
            .send(
                "POST",
                "/v1/drink-photos/uploads",
                Map.of("X-Api-Key", operator(), "Content-Type", "application/json"),
                "{\"barName\":\"a\",\"drinkName\":\"b\"}".getBytes(UTF_8));

    assertThat(ticket.textAt("url")).startsWith("https://photos.example.com/objects/");
  }

  @Test
  void nobodysWordIsTakenForAnAddress() {
    for (int i = 0; i < 10; i++) {
      Answer _ = from("198.51.100." + i).post("/sign-in", Map.of());
      Answer _ = from("198.51.100." + i).post("/sign-in", "/sign-in", Map.of());
    }

    assertThat(from("198.51.100.99").post("/sign-in", "/sign-in", Map.of()).status())
        .isEqualTo(429);
  }

  private static Browser from(String address) {
    return new Browser(SERVER.client()).with("X-Forwarded-For", address);
  }

  private static String operator() {
    return SERVER
        .application()
        .get(CreateApiKey.class)
        .create("", Set.of(Scope.OPERATE))
        .secret()
        .reveal();
  }

  private static String get(String path, String host, String more) {
    String head = "GET " + path + " HTTP/1.1\nHost: " + host + more + "\nConnection: close\n\n";
    return SERVER.client().exchange(head, new byte[0]);
  }
}
