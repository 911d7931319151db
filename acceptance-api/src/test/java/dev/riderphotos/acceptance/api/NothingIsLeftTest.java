package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.event.Deliveries;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(filesWith(RIDER)).isNotEmpty();
    assertThat(filesWith(face)).isNotEmpty();
    assertThat(filesWith(words)).isNotEmpty();

    assertThat(client.delete("/v1/riders/" + RIDER).status()).isEqualTo(200);

    for (String trace : List.of(RIDER, appealed, execution, face, words)) {
      assertThat(filesWith(trace)).as(trace).isEmpty();
    }
    assertThat(filesWith("ada")).as("others stay").isNotEmpty();
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
