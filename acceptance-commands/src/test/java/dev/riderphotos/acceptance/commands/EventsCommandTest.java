package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.testkit.Photos;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dead letters by command, beside a server that uses the same data folder. */
class EventsCommandTest {
  private static final PhotoRef POISON = new PhotoRef("extraction-input", "poison.jpg");

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @RegisterExtension private final Console console = new Console();

  private final Client client = SERVER.client();

  @Test
  void deadLettersAreListedRedrivenAndDroppedBesideAServer() {
    assertThat(ran(ExitCode.DONE, "events", "dead")).isEmpty();
    SERVER.application().get(PhotoStore.class).put(POISON, Photos.truncated());
    deliver();
    String line = ran(ExitCode.DONE, "events", "dead");
    assertThat(line).matches("[0-9a-f-]{36}  extraction-input/poison.jpg  .*UNREADABLE.*");
    String id = line.substring(0, 36);

    assertThat(ran(ExitCode.DONE, "events", "redrive", id)).isEqualTo("1 redriven");
    deliver(); // which the server does by itself, too
    assertThat(client.get("/v1/events/dead").textAt("events/0/eventId")).isEqualTo(id);

    assertThat(ran(ExitCode.DONE, "events", "drop", id)).isEqualTo("DROPPED  " + id);
    assertThat(client.get("/v1/events/dead").listAt("events")).isEmpty();
    assertThat(ran(ExitCode.REJECTED, "events", "drop", id)).isEqualTo("No such dead letter");
    assertThat(ran(ExitCode.REJECTED, "events", "redrive", id)).isEqualTo("0 redriven");
  }

  private static void deliver() {
    SERVER.application().get(EventDispatcher.class).deliver();
  }

  /** What it printed. */
  private String ran(int exitCode, String... arguments) {
    console.forgetOut();
    String[] all =
        Stream.concat(Arrays.stream(arguments), Stream.of("--data", SERVER.data().toString()))
            .toArray(String[]::new);
    assertThat(RiderPhotos.execute(all)).as(console.err()).isEqualTo(exitCode);
    return console.out().strip();
  }
}
