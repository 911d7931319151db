package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.Rivals;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** That somebody else was quicker is told as that, in the same words everywhere. */
class ConflictTest {
  @RegisterExtension
  private static final RunningServer SERVER =
      new RunningServer(
          Map.of(Rivals.PROPERTY, true, "retries.attempts", 2, "retries.delay", "1ms"));

  private static final String PHOTO =
      "Could not change the photo: somebody else was changing it. Try again.";
  private static final String DRINK =
      "Could not record the drink: somebody else was changing it. Try again.";

  @RegisterExtension private final Console console = new Console();
  @TempDir private Path folder;

  @AfterEach
  void nobodyElseIsThere() {
    Rivals.areQuicker(false);
  }

  @Test
  void programsAreToldToTryAgain() {
    Rivals.areQuicker(true);

    Answer refused = index();

    assertThat(refused.isProblem(409).at("code")).isEqualTo("CONFLICT");
    assertThat(refused.at("detail")).isEqualTo(PHOTO);
    assertThat(refused.header("Retry-After")).isEqualTo("1");

    Rivals.areQuicker(false);
    assertThat(index().status()).isEqualTo(200);
  }

  /** Which had one status for all that failed. */
  @Test
  void programsOfTheReferenceAreToldWhatItTold() {
    byte[] photo = Photos.of(Person.ADA).bytes();
    String head =
        """
        PUT /v1/index/ada.jpg?compat=reference HTTP/1.1
        Host: localhost
        Connection: close
        X-Api-Key: %s
        Content-Length: %d

        """
            .formatted(key(), photo.length);
    Rivals.areQuicker(true);

    assertThat(SERVER.client().exchange(head, photo)).startsWith("HTTP/1.1 500 ").contains(PHOTO);
  }

  @Test
  void aPageOfTheGallerySaysTheSame() {
    String face = "/faces/" + index().textAt("faces/0/FaceId");
    Rivals.areQuicker(true);

    Answer refused =
        new Browser(SERVER.client()).post("/faces", face + "/delete", Map.of("after", ""));

    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.text()).contains("<html", PHOTO);
  }

  @Test
  void aPageOfDrinksSaysTheSame() {
    Rivals.areQuicker(true);

    Answer refused = new Browser(SERVER.client()).post("/drinks", drink("Sour"));

    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.text()).contains("<html", DRINK);

    Rivals.areQuicker(false);
    assertThat(new Browser(SERVER.client()).post("/drinks", drink("Sour")).status()).isEqualTo(303);
  }

  @Test
  void aCommandSaysTheSameAndEndsWith75() throws IOException {
    Path picture = folder.resolve("sour.jpg");
    Files.write(picture, Photos.of(Person.ADA).bytes());
    String data = folder.resolve("data").toString();
    Rivals.areQuicker(true);
    System.setProperty(Rivals.PROPERTY, "true");
    System.setProperty("retries.attempts", "1");
    try {
      int exit =
          RiderPhotos.execute(
              "drinks", "add", "--data", data, "--bar", "B", "--drink", "D", picture.toString());

      assertThat(exit).isEqualTo(ExitCode.UNAVAILABLE);
      assertThat(console.err()).isEqualTo("rider-photos: " + DRINK + "\n");
    } finally {
      System.clearProperty(Rivals.PROPERTY);
      System.clearProperty("retries.attempts");
    }
  }

  private static Form drink(String name) {
    return new Form()
        .field("bar", "Joe's")
        .field("drink", name)
        .field("sureBar", "Joe's")
        .field("sureDrink", name)
        .file("picture", "d.jpg", Photos.of(Person.ADA));
  }

  private static Answer index() {
    Map<String, String> headers = Map.of("x-api-key", key(), "Content-Type", "image/jpeg");
    return SERVER.client().send("PUT", "/v1/index/ada.jpg", headers, Photos.of(Person.ADA).bytes());
  }

  private static String key() {
    CreateApiKey creation = SERVER.application().get(CreateApiKey.class);
    return creation.create("test", EnumSet.of(Scope.INDEX)).secret().reveal();
  }
}
