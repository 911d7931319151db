package dev.riderphotos.acceptance.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Commands;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.engine.testkit.TestPack;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code models measure} and {@code calibrate}, on drawn people. */
class MeasureModelsCommandTest {
  private static final int PEOPLE = 12;

  /** Of 24, in the file that a run keeps to go on. */
  private static final int SOME_RECORDS = 3_000;

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  @Test
  void modelsAreMeasuredOnPeopleOfAFolder() throws IOException {
    Path people = people();
    Files.writeString(people.resolve("readme.txt"), "Not of anybody", UTF_8);
    Files.writeString(people.resolve("person-0").resolve("notes.jpg"), "No photo", UTF_8);
    Files.write(
        people.resolve("person-1").resolve("nobody.jpg"), Portrait.nobody().size(200, 200).jpeg());
    Files.writeString(people.resolve("person-1").resolve(".hidden"), "A system's", UTF_8);
    Files.copy(
        people.resolve("person-2").resolve("0.jpg"), people.resolve("person-2").resolve("2.jpg"));
    Path groups = Files.writeString(home.resolve("groups.csv"), groups(), UTF_8);
    Path page = home.resolve("page.html");
    assertThat(models("add", TestPack.good().write(home).toString())).isEqualTo(ExitCode.DONE);
    console.forgetOut();

    int exit =
        models(
            "measure",
            people.toString(),
            "--model=faceapi-2",
            "--model=" + TestPack.MODEL,
            "--groups=" + groups,
            "--html=" + page);

    assertThat(exit).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(console.out())
        .containsSubsequence(
            "faceapi-2",
            "12 people, 25 photos: 13 pairs of one person, 286 of strangers, 1 of the same picture",
            "TAR at FAR 1 %: Nothing can be said: this wants 500 pairs of strangers",
            "Missed among 11",
            "Group even: 6 people",
            TestPack.MODEL,
            "readme.txt  lies in no person's folder",
            "notes.jpg  neither JPEG nor PNG",
            "nobody.jpg  no face was found")
        .doesNotContain(".hidden");
    assertThat(page)
        .content(UTF_8)
        .contains("faceapi-2", TestPack.MODEL, "even")
        .doesNotContain("person-");
    assertThat(leftOfTheRun()).isEmpty();
  }

  @Test
  void aRunThatWasKilledGoesOnToTheSameResult() throws Exception {
    Path people = people();
    assertThat(models("measure", people.toString(), "--json")).isEqualTo(ExitCode.DONE);
    Map<String, Object> whole = json();
    console.forgetOut();

    killInTheMiddle(List.of("models", "measure", people.toString(), "--data", data().toString()));
    assertThat(leftOfTheRun()).hasSize(1);

    assertThat(models("measure", people.toString(), "--json")).isEqualTo(ExitCode.DONE);
    assertThat(json()).isEqualTo(whole);
    assertThat(leftOfTheRun()).isEmpty();
  }

  @Test
  void calibratingSaysHowManyPeopleAreLacking() throws IOException {
    Path people = people();
    assertThat(models("add", TestPack.good().write(home).toString())).isEqualTo(ExitCode.DONE);
    Path copy = home.resolve("copy");
    assertThat(
            models(
                "calibrate",
                people.toString(),
                "--model=" + TestPack.MODEL,
                "--as=own",
                "--out=" + copy))
        .isEqualTo(ExitCode.REJECTED);
    assertThat(console.err()).contains("188 people with two photos are lacking: there are 12");
    assertThat(copy).doesNotExist();
    assertThat(models("calibrate", "x", "--model=faceapi-2", "--as=own", "--out=" + copy))
        .isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("faceapi-2 is built in");
  }

  @Test
  void whatCannotBeMeasuredIsSaid() throws IOException {
    assertRefused("There is no folder", "measure", home.resolve("nowhere").toString());
    Path empty = Files.createDirectories(home.resolve("empty"));
    assertRefused("There is nothing to compare", "measure", empty.toString());
    assertRefused("No model version 'faceapi-9'", "measure", empty.toString(), "--model=faceapi-9");
    assertRefused("There is no file", "measure", empty.toString(), "--groups=nowhere.csv");
    Path wrong = Files.writeString(home.resolve("wrong.csv"), "who,which\n", UTF_8);
    assertRefused("The first line", "measure", empty.toString(), "--groups=" + wrong);
    assertThat(models("measure", empty.toString(), "--model=faceapi-2+none@1"))
        .isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(console.err()).contains("its pack is not in the data folder");
  }

  /** Once some photos are described, and before all are. */
  private void killInTheMiddle(List<String> command) throws IOException, InterruptedException {
    Process process = Commands.start(command);
    try (BufferedReader err = process.errorReader();
        BufferedReader out = process.inputReader()) {
      while (process.isAlive() && describedBytes() < SOME_RECORDS) {
        boolean _ = process.waitFor(1, TimeUnit.MILLISECONDS);
      }
      boolean _ = process.toHandle().destroyForcibly(); // the process itself would close its output
      int _ = process.waitFor();
    }
  }

  private long describedBytes() throws IOException {
    long bytes = 0;
    for (Path file : leftOfTheRun()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private void assertRefused(String why, String... command) {
    assertThat(models(command)).as(why).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains(why);
  }

  private Path people() throws IOException {
    Path folder = home.resolve("people");
    for (int person = 0; person < PEOPLE; person++) {
      Path own = Files.createDirectories(folder.resolve("person-" + person));
      for (int take = 0; take < 2; take++) {
        Portrait portrait = Portrait.of(Person.numbered(person)).take(take).size(240, 240);
        Files.write(own.resolve(take + ".jpg"), portrait.jpeg());
      }
    }
    return folder;
  }

  private static String groups() {
    StringBuilder csv = new StringBuilder("person,group\n");
    for (int person = 0; person < PEOPLE; person++) {
      csv.append("person-").append(person).append(person % 2 == 0 ? ",even\n" : ",odd\n");
    }
    return csv.toString();
  }

  private List<Path> leftOfTheRun() throws IOException {
    try (Stream<Path> files = Files.list(data().resolve("measure"))) {
      return files.toList();
    }
  }

  private Map<String, Object> json() throws IOException {
    return ObjectMapper.getDefault()
        .readValue(console.out(), Argument.mapOf(String.class, Object.class));
  }

  private Path data() {
    return home.resolve("data");
  }

  private int models(String... arguments) {
    List<String> command = new ArrayList<>(List.of("models"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data().toString()));
    return RiderPhotos.execute(command.toArray(String[]::new));
  }
}
