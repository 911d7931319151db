package dev.riderphotos.acceptance.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.testkit.Commands;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code extract-faces} stopped as by Ctrl-C, killed, and gone on with. */
class StoppedExtractionTest {
  private static final int PICTURES = 20;

  @TempDir private Path home;

  @Test
  void whatWasStoppedIsFinishedByTheSameCommandWithoutDoubles() throws IOException {
    draw();
    List<String> told = new ArrayList<>();
    Process process = start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      told.add(out.readLine());
      boolean _ = process.toHandle().destroy(); // the process itself would close its output, too
      out.lines().forEach(told::add);
    }

    assertThat(process.onExit().join().exitValue()).isEqualTo(143); // as of SIGTERM
    assertThat(told).hasSizeLessThan(PICTURES);
    assertThat(process.errorReader(UTF_8).lines())
        .contains("Stopped after %d of %d.".formatted(told.size(), PICTURES));
    assertThat(files()).as("whole pairs of what was told").hasSize(2 * told.size());
    finish();
  }

  @Test
  void whatWasKilledIsFinishedAsWell() throws IOException {
    draw();
    Process process = start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      assertThat(out.readLine()).startsWith("EXTRACTED");
      process.destroyForcibly().onExit().join();
    }

    finish();
  }

  private void finish() throws IOException {
    assertThat(RiderPhotos.execute(command().toArray(String[]::new))).isZero();

    assertThat(files()).hasSize(2 * PICTURES).doesNotHaveDuplicates();
    assertThat(files()).allMatch(name -> name.matches(".*\\.png(\\.metadata\\.json)?"));
  }

  private void draw() throws IOException {
    Files.createDirectories(home.resolve("pictures"));
    byte[] picture = Photos.jpeg(Portrait.of(Person.ADA)).bytes();
    for (int number = 0; number < PICTURES; number++) {
      Files.write(home.resolve("pictures/%02d.jpg".formatted(number)), picture);
    }
  }

  private Process start() throws IOException {
    return Commands.start(command());
  }

  private List<String> command() {
    return List.of(
        "extract-faces",
        "--out",
        home.resolve("faces").toString(),
        home.resolve("pictures").toString());
  }

  private List<String> files() throws IOException {
    return Folders.files(home.resolve("faces"));
  }
}
