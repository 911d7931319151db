package dev.riderphotos.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.ServerProcess;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkName;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed right after it took a picture in has recorded it after the next start.
 */
class KilledUploadTest {
  private static final int UPLOADS = 10;

  @TempDir private Path home;

  @Test
  void everyPictureThatWasTakenInIsFound() throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.start(home.resolve("data"));
    for (int number = 0; number < UPLOADS; number++) {
      upload(server.client(), "Drink " + number);
    }
    server.killAfter(1);

    try (Application application = Application.open(home.resolve("data"), Map.of())) {
      EventDispatcher dispatcher = application.get(EventDispatcher.class);
      dispatcher.resume();
      dispatcher.deliver();
      for (int number = 0; number < UPLOADS; number++) {
        Drink drink = new Drink(new BarName("Bar"), new DrinkName("Drink " + number));
        assertThat(application.get(DrinkPhotos.class).find(drink)).as("%s", drink).isPresent();
      }
    }
    assertThat(Folders.files(home.resolve("data/buckets/drink-photos"))).hasSize(UPLOADS);
    assertThat(Folders.files(home.resolve("data/buckets/drink-thumbnails"))).hasSize(2 * UPLOADS);
  }

  private static void upload(Client client, String drink) {
    Answer ticket =
        client.post(
            "/v1/drink-photos/uploads",
            "{\"barName\": \"Bar\", \"drinkName\": \"%s\"}".formatted(drink));
    URI url = URI.create(ticket.textAt("url"));
    byte[] picture = Photos.of(Person.ADA).bytes();
    Answer put =
        client.send("PUT", url.getRawPath() + "?" + url.getRawQuery(), "image/jpeg", picture);
    assertThat(put.status()).isEqualTo(200);
  }
}
