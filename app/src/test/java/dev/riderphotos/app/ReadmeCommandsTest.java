package dev.riderphotos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs README's commands in the CI, on a checkout with a launcher that does little. */
class ReadmeCommandsTest {
  private static final Path RUNNER = Path.of("..", ".ci", "readme");

  /** Says what it is asked; as a server it also notes when it is told to end. */
  private static final String LAUNCHER =
      """
      #!/usr/bin/env bash
      case $1 in
        serve)
          trap 'touch "$NOTES/ended"; exit' TERM
          echo "Ready (*) at [8080]"
          touch "$NOTES/begun"
          while true; do sleep 0.1; done ;;
        ask) [ -f "$NOTES/begun" ] && echo "served at $(pwd)" ;;
        litter) touch litter ;;
        *) echo "cannot $1" >&2; exit 3 ;;
      esac
      """;

  @TempDir private Path folder;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void checkOut() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "no git");
    Files.createDirectories(folder.resolve("notes"));
    Files.createDirectories(folder.resolve("tmp"));
    Path runner = folder.resolve("checkout/.ci/readme");
    Files.createDirectories(runner.getParent());
    Files.copy(RUNNER, runner);
    Path launcher = Files.writeString(folder.resolve("checkout/rider-photos"), LAUNCHER);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    git("init", "--quiet");
  }

  @Test
  void commandsRunInTheirOrderInAFreshCloneThatGoesAfterwards() throws Exception {
    Ended ended =
        run(
            """
            # Readme

            ```sh
            ./rider-photos serve            # in the background
            ```

            ```text
            Ready (*) at […]
            ```

            To be run by whoever calls:

            ```sh
            mvn verify
            ```

            ```java
            not run
            ```

            ```sh
            ./rider-photos ask
            ```

            ```text
            served at …/rider-photos
            ```
            """);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .containsSubsequence("$ ./rider-photos serve", "$ mvn verify", "$ ./rider-photos ask")
        .contains("All 3 blocks")
        .doesNotContain("not run");
    assertThat(folder.resolve("notes/ended")).exists();
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void aCommandThatFailsIsShown() throws Exception {
    Ended ended = run("```sh\n./rider-photos dance\n```\n");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("Exit code 3, after", "./rider-photos dance", "cannot dance");
  }

  @Test
  void whatIsPrintedMustBeWhatItSays() throws Exception {
    Ended ended =
        run("```sh\n./rider-photos serve\n```\n\n```text\nReady (anything) at [8080]\n```\n");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("Ready (*) at [8080]", "Ready (anything) at [8080]");
    assertThat(folder.resolve("notes/ended")).exists();
  }

  @Test
  void aServerThatEndsByItselfIsShown() throws Exception {
    Files.writeString(
        folder.resolve("checkout/rider-photos"), "#!/usr/bin/env bash\necho taken >&2; exit 75\n");

    Ended ended = run("```sh\n./rider-photos serve\n```\n");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("ended before it was ready, with exit code 75", "taken");
  }

  @Test
  void filesThatGitWouldAddAreRefused() throws Exception {
    Ended ended = run("```sh\n./rider-photos litter\n```\n");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("leave behind: ?? litter");
  }

  @Test
  void aReadmeWithoutCommandsIsRefused() throws Exception {
    assertThat(run("# Nothing to do\n").code()).isEqualTo(1);
  }

  private Ended run(String readme) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("checkout/README.md"), readme);
    git("add", "--all");
    git("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "--quiet", "-m", "-");
    return start(folder.resolve("checkout/.ci/readme").toString());
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    Ended ended =
        start(
            Stream.concat(
                    Stream.of("git", "-C", folder.resolve("checkout").toString()),
                    Stream.of(arguments))
                .toArray(String[]::new));
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  private Ended start(String... command) throws IOException, InterruptedException {
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectError(err.toFile());
    builder.environment().put("NOTES", folder.resolve("notes").toString());
    builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }
}
