package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.SqliteOutbox;
import dev.riderphotos.event.Deliveries;
import dev.riderphotos.event.EventId;
import dev.riderphotos.jose.ReceiptCheck;
import dev.riderphotos.jose.ReceiptCheck.Result.Genuine;
import dev.riderphotos.jose.ReceiptCheck.Result.NotGenuine;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An erased rider is in no file of the data folder, not even in what is free again. */
class NothingIsLeftTest {
  private static final String RIDER = "somebody-with-a-name-of-their-own";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private final Client client = SERVER.client();

  @Test
  void theRawBytesOfTheFolderHaveNothingOfTheRider() {
    client.verify("ada", Photos.of(Person.ADA)).isVerified();
    Answer refused = client.verify(RIDER, Photos.anotherOf(Person.ADA));
    String appealed = refused.textAt("executionId");
    String words = "We only look alike";
    assertThat(
            client
                .post("/v1/executions/" + appealed + "/appeal", "{\"words\":\"" + words + "\"}")
                .status())
        .isEqualTo(202);
    Answer verified = client.verify(RIDER, Photos.of(Person.BORIS)).isVerified();
    String execution = verified.textAt("executionId");
    String face = client.get("/v1/riders/" + RIDER).textAt("faceId");
    SERVER.application().get(Deliveries.class).deliver(); // as a server does within seconds
    Answer other = client.verify("somebody-else", Photos.anotherOf(Person.BORIS));
    String others = "/v1/executions/" + other.textAt("executionId");
    assertThat(client.get(others).toString()).contains(face);
    PhotoRef leftover = new PhotoRef("rider-thumbnails", "riders/" + RIDER + "/cut-short.jpg");
    SERVER.application().get(PhotoStore.class).put(leftover, Photos.oneFace());
    bury(new PhotoRef("rider-photos", "riders/" + RIDER + "/dead.jpg"));
    assertThat(filesWith(RIDER)).isNotEmpty();
    assertThat(filesWith(face)).isNotEmpty();
    assertThat(filesWith(words)).isNotEmpty();

    Answer erased = client.delete("/v1/riders/" + RIDER);
    assertThat(erased.status()).isEqualTo(200);

    for (String trace : List.of(RIDER, appealed, execution, face, words)) {
      assertThat(filesWith(trace)).as(trace).isEmpty();
    }
    assertThat(filesWith("ada")).as("others stay").isNotEmpty();
    assertThat(client.get(others).toString())
        .contains("\"erased\":1", "REJECTED", "ALREADY_REGISTERED")
        .doesNotContain(face);
    assertThat(erased.toString())
        .contains("\"cases\":1", "\"resemblances\":1", "\"leftovers\":1", "\"events\":1")
        .doesNotContain("\"mails\":0");
    proves(erased.textAt("receipt"), client.get("/v1/receipts/key").text());
  }

  private static void proves(String receipt, String keys) {
    ReceiptCheck check = ReceiptCheck.by(keys);
    assertThat(check.check(receipt))
        .isInstanceOfSatisfying(
            Genuine.class,
            genuine ->
                assertThat(genuine.says())
                    .contains("\"sub\":\"" + RIDER, "\"cases\":1", "\"gallery\":\"NOT_LOOKED_AT\"")
                    .contains("KEYED_HASH", "BACKUPS")
                    .doesNotContain("riders/", "somebody-else"));
    assertThat(check.check(receipt.replaceFirst("A", "B"))).isInstanceOf(NotGenuine.class);
    assertThat(filesWith(receipt)).as("it is kept nowhere").isEmpty();
  }

  private static void bury(PhotoRef ref) {
    SqliteOutbox outbox = SERVER.application().get(SqliteOutbox.class);
    EventId event =
        SERVER
            .application()
            .get(Database.class)
            .write("announce", connection -> outbox.announce(connection, ref));
    outbox.bury(event, "on purpose", Instant.EPOCH);
  }

  /** By name or by content. */
  private static List<Path> filesWith(String trace) {
    try (Stream<Path> files = Files.walk(SERVER.data())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().contains(trace) || content(file).contains(trace))
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
