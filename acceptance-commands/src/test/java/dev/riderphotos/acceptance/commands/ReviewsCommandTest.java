package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cases by command, beside a server that uses the same data folder. */
class ReviewsCommandTest {
  private static final Pattern VERSION = Pattern.compile("version +([0-9a-f]{16})");

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @RegisterExtension private final Console console = new Console();

  private final Client client = SERVER.client();

  @Test
  void aCaseIsListedShownDecidedAndTakenBack() {
    client.verify("ada", Photos.of(Person.ADA)).isVerified();
    client.verify("ada", Photos.of(Person.BORIS)); // which is another face
    String line = ran("reviews", "list");
    assertThat(line).matches("[0-9a-f-]{36}  \\S+Z  ANOTHER_FACE  ada.*");
    String id = line.substring(0, 36);
    assertThat(ran("reviews", "list", "--kind", "appeal")).isEmpty();
    assertThat(ran("reviews", "list", "--json")).contains("\"id\":\"" + id);

    String shown = ran("reviews", "show", id);
    assertThat(shown)
        .startsWith("OPEN  ANOTHER_FACE  ada")
        .contains("same_rider, somebody_else, registered_is_wrong, not_usable");
    String version = version(shown);
    assertThat(refused(decide(id, "two_people", version))).contains("SAME_RIDER, SOMEBODY_ELSE");
    assertThat(refused(decide(id, "same_rider", "0123456789abcdef"))).contains("has changed");
    assertThat(ran(decide(id, "somebody_else", version)))
        .startsWith("DECIDED")
        .contains("decided   SOMEBODY_ELSE", "undo      until");
    assertThat(ran("reviews", "undo", id)).startsWith("OPEN");

    assertThat(refused("reviews", "show", "00000000-0000-4000-8000-000000000000"))
        .contains("No such case.");
    assertThat(refused("reviews", "show", "nonsense")).contains("Not a case's id");
  }

  private static String version(String shown) {
    Matcher version = VERSION.matcher(shown);
    assertThat(version.find()).as(shown).isTrue();
    return version.group(1);
  }

  private static String[] decide(String id, String decision, String version) {
    return new String[] {"reviews", "decide", id, decision, "--case-version", version};
  }

  private String ran(String... arguments) {
    run(ExitCode.DONE, arguments);
    return console.out().strip();
  }

  /** What it says to that. */
  private String refused(String... arguments) {
    run(ExitCode.REJECTED, arguments);
    return console.err();
  }

  private void run(int exitCode, String... arguments) {
    console.forgetOut();
    String[] all =
        Stream.concat(Arrays.stream(arguments), Stream.of("--data", SERVER.data().toString()))
            .toArray(String[]::new);
    assertThat(RiderPhotos.execute(all)).as(console.err()).isEqualTo(exitCode);
  }
}
