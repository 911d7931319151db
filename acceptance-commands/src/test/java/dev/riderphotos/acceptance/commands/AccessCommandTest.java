package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and links by command, beside a server that uses the same data folder. */
class AccessCommandTest {
  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("access", "secured"));

  @RegisterExtension private final Console console = new Console();

  @Test
  void aKeyIsGoodAtOnceUntilItIsRevoked() throws IOException {
    String secret =
        ran(ExitCode.DONE, "keys", "create", "--scope", "search,operate", "--name", "me");
    assertThat(secret).matches("rpk_[A-Za-z0-9_-]{43}");
    assertThat(executions(secret).status()).isEqualTo(200);

    String row = ran(ExitCode.DONE, "keys", "list");
    assertThat(row)
        .matches("[0-9a-f]{12}  search,operate  \\S+Z  \\S+Z  me")
        .doesNotContain(secret);
    String id = row.substring(0, 12);
    assertThat(ran(ExitCode.DONE, "keys", "revoke", id)).isEqualTo("REVOKED  " + id);

    executions(secret).isProblem(403);
    assertThat(ran(ExitCode.REJECTED, "keys", "revoke", id)).isEqualTo("No such key");
    assertThat(ran(ExitCode.DONE, "keys", "list")).isEmpty();
    for (String file : Folders.files(SERVER.data())) {
      assertThat(bytes(SERVER.data().resolve(file))).as(file).doesNotContain(secret);
    }
  }

  @Test
  void aLinkOpens() {
    String link = ran(ExitCode.DONE, "link", "--rider", "a/b ☕");
    assertThat(link).startsWith("http://localhost:8080/link?token=");

    Browser browser = new Browser(SERVER.client());
    URI at = URI.create(link);
    assertThat(browser.get(at.getPath() + "?" + at.getQuery()).status()).isEqualTo(303);
    assertThat(browser.get("/").text()).contains("value=\"a/b ☕\"");
  }

  @Test
  void aLinkAsJsonSaysWhenItEnds() {
    System.setProperty("public-url", "https://photos.example.com/");
    try {
      assertThat(ran(ExitCode.DONE, "link", "--json", "--valid", "7d", "--rider", "ada"))
          .matches(
              "\\{\"expiresAt\":\"\\S+Z\",\"id\":\"[0-9a-f]{16}\",\"link\":\"https://photos.example.com/link\\?token=\\S+\","
                  + "\"riderId\":\"ada\"}");
    } finally {
      System.clearProperty("public-url");
    }
  }

  @Test
  void aRevokedLinkEndsAtOnceAndOthersGoOn() {
    String token = tokenOf(ran(ExitCode.DONE, "link", "--rider", "ada"));
    String id = idThatWasTold();
    Browser signedIn = opened(token);
    Browser other = opened(tokenOf(ran(ExitCode.DONE, "link", "--rider", "ada")));

    assertThat(ran(ExitCode.DONE, "link", "revoke", id)).isEqualTo("REVOKED  " + id);

    signedIn.get("/v1/riders/ada").isProblem(401);
    assertThat(signedIn.get("/").header("Location")).startsWith("/sign-in");
    Answer page = new Browser(SERVER.client()).get("/link?token=" + token);
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("This link does not work", "Ask whoever sent it to you");
    other.get("/v1/riders/ada").isProblem(404);
    assertThat(ran(ExitCode.DONE, "link", "revoke", id)).isEqualTo("REVOKED  " + id);
  }

  @Test
  void allLinksOfARiderEndAtOnceAndLaterOnesOpen() {
    Browser eve = opened(tokenOf(ran(ExitCode.DONE, "link", "--rider", "eve")));
    Browser again = opened(tokenOf(ran(ExitCode.DONE, "link", "--rider", "eve")));
    Browser boris = opened(tokenOf(ran(ExitCode.DONE, "link", "--rider", "boris")));

    assertThat(ran(ExitCode.DONE, "link", "revoke", "--rider", "eve"))
        .isEqualTo("REVOKED  all links of eve");

    eve.get("/v1/riders/eve").isProblem(401);
    again.get("/v1/riders/eve").isProblem(401);
    boris.get("/v1/riders/boris").isProblem(404);
    opened(tokenOf(ran(ExitCode.DONE, "link", "--rider", "eve")))
        .get("/v1/riders/eve")
        .isProblem(404);
  }

  @Test
  void linksAreListedWithoutWhatMakesThemOnes() {
    assertThat(ran(ExitCode.DONE, "link", "list", "--rider", "nora")).isEmpty();
    String token = tokenOf(ran(ExitCode.DONE, "link", "--rider", "nora"));
    String id = idThatWasTold();

    assertThat(ran(ExitCode.DONE, "link", "list", "--rider", "nora"))
        .matches(id + "  VALID    \\S+Z  \\S+Z  nora")
        .doesNotContain(token);
    assertThat(ran(ExitCode.DONE, "link", "revoke", id)).isEqualTo("REVOKED  " + id);
    assertThat(ran(ExitCode.DONE, "link", "list", "--rider", "nora", "--json"))
        .startsWith("{\"id\":\"" + id + "\",\"riderId\":\"nora\",")
        .endsWith("\"revoked\":true}");
    assertThat(ran(ExitCode.DONE, "link", "list")).contains(id + "  REVOKED  ");
  }

  @Test
  void aSlipInALinksIdIsNoticed() {
    assertThat(ran(ExitCode.REJECTED, "link", "revoke", "0123456789abcdef"))
        .isEqualTo("No such link");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys",
        "keys create",
        "keys create --scope everything",
        "keys revoke",
        "keys revoke nonsense",
        "link",
        "link revoke",
        "link list nonsense",
        "link revoke nonsense",
        "link revoke 0123456789abcdef --rider ada",
        "link --rider x --valid soon",
        "link --rider x --valid 0s",
        "link --rider x --valid 400d"
      })
  void wrongUsageIsToldInPlainWords(String line) {
    assertThat(ran(ExitCode.USAGE, line.split(" ", -1))).isEmpty();
    assertThat(console.err()).isNotBlank().doesNotContain("Exception", "\tat ", "dev.riderphotos");
  }

  private static String tokenOf(String link) {
    return link.substring(link.indexOf("token=") + "token=".length());
  }

  private String idThatWasTold() {
    Matcher told = Pattern.compile("link revoke ([0-9a-f]{16})").matcher(console.err());
    assertThat(told.find()).as(console.err()).isTrue();
    return told.group(1);
  }

  private static Browser opened(String token) {
    Browser browser = new Browser(SERVER.client());
    assertThat(browser.get("/link?token=" + token).status()).isEqualTo(303);
    return browser;
  }

  private Answer executions(String key) {
    return SERVER.client().get("/v1/executions", "X-Api-Key", key);
  }

  /** What it printed. */
  private String ran(int exit, String... line) {
    console.forgetOut();
    String[] all = Arrays.copyOf(line, line.length + 2);
    all[line.length] = "--data";
    all[line.length + 1] = SERVER.data().toString();
    assertThat(RiderPhotos.execute(line.length == 1 ? line : all))
        .as(console.err())
        .isEqualTo(exit);
    return console.out().strip();
  }

  private static String bytes(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
