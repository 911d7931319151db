package dev.riderphotos.acceptance.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Commands;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end while networks run ends by that signal, and does not crash. */
class StoppedAnalysesTest {
  private static final int BY_SIGTERM = 143;
  private static final int PHOTOS = 40;

  @TempDir private Path home;

  @RepeatedTest(4)
  void whatDoesNotWatchForSignalsEndsOnceNoNetworkRuns() throws IOException {
    Process process = Commands.start(EndlessAnalyses.class, List.of());
    try (BufferedReader out = process.inputReader(UTF_8);
        BufferedReader err = process.errorReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(EndlessAnalyses.ANALYSING);
      end(process);

      assertThat(out.lines()).allMatch(EndlessAnalyses.ANALYSING::equals);
      assertThat(err.lines()).isEmpty();
    }
    assertThat(process.onExit().join().exitValue()).isEqualTo(BY_SIGTERM);
  }

  @RepeatedTest(2)
  void measuringStopsInItsFirstAnalyses() throws IOException {
    Process process =
        Commands.start(List.of("models", "measure", people().toString(), "--data", home + "/data"));
    try (BufferedReader err = process.errorReader(UTF_8)) {
      assertThat(err.readLine()).startsWith("Describing");
      end(process);

      assertThat(err.lines())
          .containsExactly("rider-photos: Stopped. The same command goes on where this one was.");
    }
    assertThat(process.onExit().join().exitValue()).isEqualTo(BY_SIGTERM);
  }

  /** The process itself would close its output, too. */
  private static void end(Process process) {
    boolean _ = process.toHandle().destroy();
  }

  private Path people() throws IOException {
    byte[] picture = Photos.jpeg(Portrait.of(Person.ADA)).bytes();
    Path people = home.resolve("people");
    Path ada = Files.createDirectories(people.resolve("ada"));
    for (int number = 0; number < PHOTOS; number++) {
      Files.write(ada.resolve(number + ".jpg"), picture);
    }
    return people;
  }
}
